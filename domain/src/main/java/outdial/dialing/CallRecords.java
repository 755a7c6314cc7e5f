package outdial.dialing;

import java.time.Instant;
import java.util.Map;
import outdial.call.Attempt;
import outdial.call.Ended;

/// What carriers themselves have on record of a call, for attempts of which nobody reported the end.
public interface CallRecords {
    /// No carrier keeps any.
    CallRecords NONE = _ -> new Finding.Nothing();

    /// Each carrier's own, by its name.
    static CallRecords byCarrier(Map<String, CallRecords> records) {
        return attempt -> records.getOrDefault(attempt.route().carrier(), NONE).of(attempt);
    }

    Finding of(Attempt attempt);

    /// What a look at the records came to.
    sealed interface Finding {
        record Over(Ended report) implements Finding {}

        /// There was such a call and it is over, but what came of it is not on record, only whether anybody
        /// answered.
        record TookPlace(String carrierCallId, boolean answered, Instant endedAt) implements Finding {}

        /// The carrier has no such call, or it is not known by which name: nothing more will be found.
        record Nothing() implements Finding {}

        /// The carrier could not be asked; it may be asked later.
        record NotNow() implements Finding {}
    }
}
