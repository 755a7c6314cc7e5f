package outdial.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outdial.donotcall.DoNotCall.Listed;
import outdial.donotcall.DoNotCallEntry;
import outdial.donotcall.Listing;

/// Puts the numbers of rows on the do-not-call list. People who wait in campaigns with such a number are
/// dropped when their turn comes: every dialer asks the list before it calls.
final class DoNotCallRows implements Taking {
    private final Writing writing;
    private final Desk desk;
    private final Details details;
    private final NumberReader reader;

    DoNotCallRows(Writing writing, Desk desk, Details details, NumberReader reader) {
        this.writing = writing;
        this.desk = desk;
        this.details = details;
        this.reader = reader;
    }

    @Override
    public List<Fate> take(List<ListRow> rows, Chunk chunk) {
        Map<Long, Fate> fates = new HashMap<>();
        List<Listing> listings = new ArrayList<>();
        List<Long> listed = new ArrayList<>();
        for (ListRow row : rows) {
            long number = row.place().number();
            switch (Row.of(
                    row, chunk, cells -> reader.read(cells.cells(), desk.clock().instant()))) {
                case Row.Bad<DoNotCallEntry>(Fate fate) -> fates.put(number, fate);
                case Row.Good<DoNotCallEntry>(DoNotCallEntry entry) -> {
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

    private static Fate fate(Listed listed) {
        return switch (listed) {
            case ADDED -> new Fate.Listed();
            case THERE_BEFORE -> new Fate.OnDoNotCall();
        };
    }
}
