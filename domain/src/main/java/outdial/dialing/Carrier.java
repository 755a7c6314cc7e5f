package outdial.dialing;

import outdial.call.Attempt;

/// Places calls. What becomes of them arrives later as facts that carry the attempt's id.
public interface Carrier {
    Placement place(Attempt attempt);

    default Capabilities capabilities() {
        return Capabilities.NONE;
    }

    /// What the carrier said when asked to place a call.
    sealed interface Placement {
        record Placed(String carrierCallId) implements Placement {}

        /// Certainly not placed, and may be asked again: a throttle or a full line.
        record Throttled(String detail) implements Placement {}

        /// Certainly not placed: the number cannot be called at all.
        record BadDestination(String detail) implements Placement {}

        /// Certainly not placed, and it is our mistake: permission, configuration, unknown application.
        record OurFault(String detail) implements Placement {}

        /// A time-out or a server error: the call may or may not have been placed.
        record Unknown(String detail) implements Placement {}
    }
}
