package outdial.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outdial.donotcall.DoNotCallEntry;
import outdial.imports.Phones.Reading;

/// Makes entries of the do-not-call list of cells.
///
/// @param country that numbers without a country code are of
record NumberReader(DoNotCallColumns columns, List<String> header, Phones phones, String country, Details details)
        implements Identifier {
    private static final int LONGEST_REASON = 200;

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

    Row<DoNotCallEntry> read(List<String> cells, Instant now) {
        return switch (identify(cells)) {
            case Identity.Unknown(Fate.Invalid why) -> new Row.Bad<>(why);
            case Identity.Known known -> new Row.Good<>(entry(known, cells, now));
        };
    }

    private DoNotCallEntry entry(Identity.Known known, List<String> cells, Instant now) {
        String reason = columns.reason(cells);
        String why = reason.isEmpty() ? "in the list " + details.file() : reason;
        return new DoNotCallEntry(
                details.workspace(),
                known.phone().orElseThrow().phone(),
                columns.channels(cells),
                DoNotCallEntry.IMPORTED,
                why.substring(0, Math.min(why.length(), LONGEST_REASON)),
                now);
    }
}
