package outdial.dialing;

import outdial.call.Attempt;
import outdial.call.Ended;

/// What carriers themselves have on record of a call, for attempts of which nobody reported the end.
public interface CallRecords {
    /// No carrier keeps any.
    CallRecords NONE = _ -> new Finding.Nothing();

    Finding of(Attempt attempt);

    /// What a look at the records came to.
    sealed interface Finding {
        record Over(Ended report) implements Finding {}

        /// The carrier has no such call, or it is not known by which name: nothing more will be found.
        record Nothing() implements Finding {}

        /// The carrier could not be asked; it may be asked later.
        record NotNow() implements Finding {}
    }
}
