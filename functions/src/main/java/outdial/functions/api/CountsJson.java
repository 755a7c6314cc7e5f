package outdial.functions.api;

import java.util.OptionalLong;
import outdial.imports.Import;
import outdial.imports.Tally;

/// Counts by fate; `rows` are those that are done, `totalRows` all there are, as soon as that is known.
record CountsJson(
        long imported,
        long updated,
        long duplicatesInFile,
        long duplicatesInCampaign,
        long duplicatesInAddressBook,
        long doNotCall,
        long invalid,
        long warnings,
        long rows,
        OptionalLong totalRows) {
    static CountsJson of(Import one) {
        Tally tally = one.tally();
        return new CountsJson(
                tally.imported(),
                tally.updated(),
                tally.duplicatesInFile(),
                tally.duplicatesInCampaign(),
                tally.duplicatesInAddressBook(),
                tally.doNotCall(),
                tally.invalid(),
                tally.warnings(),
                tally.rows(),
                total(one));
    }

    private static OptionalLong total(Import one) {
        return switch (one) {
            case Import.AwaitingUpload _, Import.Planning _, Import.Failed _ -> OptionalLong.empty();
            case Import.Importing importing ->
                OptionalLong.of(importing.extent().rows());
            case Import.Completed completed -> OptionalLong.of(completed.tally().rows());
        };
    }
}
