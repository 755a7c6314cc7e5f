package outdial.imports;

import java.util.Collection;

/// How many rows met each fate. A row is counted once; `warnings` counts what was left out of imported rows.
public record Tally(
        long imported,
        long updated,
        long duplicatesInFile,
        long duplicatesInCampaign,
        long duplicatesInAddressBook,
        long doNotCall,
        long invalid,
        long warnings) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

    public static Tally of(Collection<Fate> fates) {
        return fates.stream().map(Tally::of).reduce(NONE, Tally::plus);
    }

    private static Tally of(Fate fate) {
        return switch (fate) {
            case Fate.Imported imported ->
                new Tally(1, 0, 0, 0, 0, 0, 0, imported.warnings().size());
            case Fate.Listed _ -> new Tally(1, 0, 0, 0, 0, 0, 0, 0);
            case Fate.Updated updated ->
                new Tally(0, 1, 0, 0, 0, 0, 0, updated.warnings().size());
            case Fate.DuplicateInFile _ -> new Tally(0, 0, 1, 0, 0, 0, 0, 0);
            case Fate.DuplicateInCampaign _ -> new Tally(0, 0, 0, 1, 0, 0, 0, 0);
            case Fate.DuplicateInAddressBook _ -> new Tally(0, 0, 0, 0, 1, 0, 0, 0);
            case Fate.OnDoNotCall _ -> new Tally(0, 0, 0, 0, 0, 1, 0, 0);
            case Fate.Invalid _ -> new Tally(0, 0, 0, 0, 0, 0, 1, 0);
        };
    }

    public Tally plus(Tally other) {
        return new Tally(
                imported + other.imported,
                updated + other.updated,
                duplicatesInFile + other.duplicatesInFile,
                duplicatesInCampaign + other.duplicatesInCampaign,
                duplicatesInAddressBook + other.duplicatesInAddressBook,
                doNotCall + other.doNotCall,
                invalid + other.invalid,
                warnings + other.warnings);
    }

    public long duplicates() {
        return duplicatesInFile + duplicatesInCampaign + duplicatesInAddressBook;
    }

    public long rows() {
        return imported + updated + duplicates() + doNotCall + invalid;
    }
}
