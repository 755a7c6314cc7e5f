package outdial.local.telephony;

import java.util.Map;

/// Something that moves a call on.
sealed interface Signal {
    record Placed() implements Signal {}

    /// The time that a step of the call takes is over; of no meaning once the call is at a later step.
    record Elapsed(int step) implements Signal {}

    /// @param sequence of the event that this replies to
    record Replied(int sequence, Reply reply) implements Signal {}

    record UpdateRequested(Map<String, String> arguments) implements Signal {}

    record PersonLeft() implements Signal {}

    /// The network itself was restarted while the call was on.
    record CutOff() implements Signal {}
}
