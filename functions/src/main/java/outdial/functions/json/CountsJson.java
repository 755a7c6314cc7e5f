package outdial.functions.json;

import java.util.OptionalLong;
import outdial.imports.Import;
import outdial.imports.Tally;

/// Counts of an import by fate, as the API and events tell them; `rows` are those that are done, `totalRows` all there
/// are, as soon as that is known.
public record CountsJson(
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
    public static CountsJson of(Import one) {
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

    private static OptionalLong rows(Import.Plan plan) {
        return OptionalLong.of(plan.extent().rows());
    }

    private static OptionalLong total(Import one) {
        return switch (one) {
            case Import.AwaitingUpload _, Import.Planning _ -> OptionalLong.empty();
            case Import.AwaitingConfirmation waiting -> rows(waiting.plan());
            case Import.Reading reading -> rows(reading.plan());
            case Import.Over over -> over.plan().map(CountsJson::rows).orElseGet(OptionalLong::empty);
        };
    }
}
