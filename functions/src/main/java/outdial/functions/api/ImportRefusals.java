package outdial.functions.api;

import java.util.Map;
import outdial.imports.Failure;
import outdial.imports.Failure.Reason;

/// An import that did not come about, as the problem it is.
final class ImportRefusals {
    /// Not the fault of what was sent; everything else is.
    private static final Map<Reason, ProblemType> TYPES = Map.of(
            Reason.UNKNOWN_CAMPAIGN, ProblemType.NOT_FOUND,
            Reason.CAMPAIGN_CLOSED, ProblemType.ACTION_NOT_ALLOWED,
            Reason.INTERRUPTED, ProblemType.CHANGED_MEANWHILE);

    private ImportRefusals() {}

    /// @param field what the caller named the list or its rows
    static Refusal of(Failure failure, String field) {
        ProblemType type = TYPES.getOrDefault(failure.reason(), ProblemType.INVALID_VALUE);
        return type == ProblemType.INVALID_VALUE
                ? Refusal.at(field, type, failure.message())
                : Refusal.of(type, failure.message());
    }
}
