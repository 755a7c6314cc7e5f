package outdial.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCall.Listed;
import outdial.donotcall.DoNotCallEntry;
import outdial.donotcall.Listing;
import outdial.imports.Phones.Reading;
import outdial.phone.PhoneNumber;

/// Puts the numbers of rows on the do-not-call list. People who wait in campaigns with such a number are
/// dropped when their turn comes: every dialer asks the list before it calls.
final class DoNotCallRows implements Taking {
    private static final int LONGEST_REASON = 200;

    private final Writing writing;
    private final Desk desk;
    private final Details details;
    private final Reader reader;

    DoNotCallRows(Writing writing, Desk desk, Details details, Reader reader) {
        this.writing = writing;
        this.desk = desk;
        this.details = details;
        this.reader = reader;
    }

    /// Finds the number of a row.
    record Reader(DoNotCallColumns columns, List<String> header, Phones phones, String country) implements Identifier {
        @Override
        public Identity identify(List<String> cells) {
            String text = columns.phone(cells);
            if (text.isBlank()) return unknown(RowProblem.MISSING);
            return switch (phones.read(text, country)) {
                case Reading.Invalid(RowProblem problem) -> unknown(problem);
                case Reading.Valid phone -> new Identity.Known(Optional.of(phone), Optional.empty());
            };
        }

        private Identity unknown(RowProblem problem) {
            return new Identity.Unknown(new Fate.Invalid(header.get(columns.number()), problem));
        }
    }

    @Override
    public List<Fate> take(List<ListRow> rows, Chunk chunk) {
        Map<Long, Fate> fates = new HashMap<>();
        List<Listing> listings = new ArrayList<>();
        List<Long> listed = new ArrayList<>();
        for (ListRow row : rows) {
            long number = row.place().number();
            switch (read(row, chunk)) {
                case Read.Bad(Fate fate) -> fates.put(number, fate);
                case Read.Good(DoNotCallEntry entry) -> {
                    listed.add(number);
                    listings.add(new Listing(entry, details.id().sourceOf(number)));
                }
            }
        }
        List<Listed> answers = listings.isEmpty() ? List.of() : writing.list(listings);
        for (int i = 0; i < answers.size(); i++) {
            fates.put(listed.get(i), fate(answers.get(i)));
        }
        return rows.stream().map(row -> fates.get(row.place().number())).toList();
    }

    private sealed interface Read {
        record Good(DoNotCallEntry entry) implements Read {}

        record Bad(Fate why) implements Read {}
    }

    private Read read(ListRow row, Chunk chunk) {
        return switch (row) {
            case ListRow.Broken broken -> new Read.Bad(new Fate.Invalid("", broken.problem()));
            case ListRow.Cells cells ->
                chunk.repeatedBy(row.place().number())
                        .<Read>map(first -> new Read.Bad(new Fate.DuplicateInFile(first)))
                        .orElseGet(() -> read(cells.cells()));
        };
    }

    private Read read(List<String> cells) {
        return switch (reader.identify(cells)) {
            case Identity.Unknown(Fate.Invalid why) -> new Read.Bad(why);
            case Identity.Known known ->
                new Read.Good(entry(
                        known.phone().orElseThrow().phone(), reader.columns().reason(cells)));
        };
    }

    private DoNotCallEntry entry(PhoneNumber phone, String reason) {
        String why = reason.isEmpty() ? "in the list " + details.file() : reason;
        return new DoNotCallEntry(
                details.workspace(),
                phone,
                Set.of(Channel.PHONE),
                DoNotCallEntry.IMPORTED,
                why.substring(0, Math.min(why.length(), LONGEST_REASON)),
                desk.clock().instant());
    }

    private static Fate fate(Listed listed) {
        return switch (listed) {
            case ADDED -> new Fate.Listed();
            case THERE_BEFORE -> new Fate.OnDoNotCall();
        };
    }
}
