package outdial.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds out what the columns of a list mean: as its bringer said, else as was saved for its campaign, else by
/// name.
final class ColumnFinder {
    private final Mappings mappings;

    ColumnFinder(Mappings mappings) {
        this.mappings = mappings;
    }

    /// The import's details with the answer.
    Details find(Details details) {
        Columns columns = details.options()
                .columns()
                .or(() -> details.campaign().flatMap(mappings::find))
                .orElse(Columns.BY_NAME);
        return details.with(columns);
    }

    /// Why a list with this header is not what it should be.
    static Optional<Failure> objection(Details details, List<String> header) {
        return switch (details.target()) {
            case Target.DoNotCallList _ -> unless(DoNotCallColumns.of(header).isPresent());
            case Target.AddressBook _, Target.InCampaign _ -> ofPeople(details, header);
        };
    }

    private static Optional<Failure> ofPeople(Details details, List<String> header) {
        List<String> missing = details.columns().missingIn(header);
        if (!missing.isEmpty()) return Optional.of(missing(missing, header));
        return unless(Mapping.of(header, details.columns()).suits(details.target()));
    }

    private static Optional<Failure> unless(boolean reachable) {
        return reachable ? Optional.empty() : Optional.of(Failure.of(Failure.Reason.NO_PHONE_COLUMN));
    }

    private static Failure missing(List<String> missing, List<String> header) {
        String names = header.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return new Failure(
                Failure.Reason.MAPPED_COLUMN_MISSING,
                "The list has no column named '" + String.join("', '", missing)
                        + "', which the mapping needs. Its columns are " + names
                        + ". Name the column so, or change the mapping.");
    }
}
