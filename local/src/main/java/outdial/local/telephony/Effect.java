package outdial.local.telephony;

import java.time.Duration;
import java.util.Map;

/// Something to be done because a call moved on.
sealed interface Effect {
    /// Ask the function about an event.
    record Ask(int sequence, Dialogue.Notice notice, Map<String, String> attributes) implements Effect {}

    /// Give the call this signal after so much call time.
    record Wake(Duration after, Signal signal) implements Effect {}

    record Write(Note note) implements Effect {}

    record ReplyRefused(int sequence, Event about, Reply.Refused why) implements Effect {}

    record FunctionFailed(int sequence, Event about, String reason) implements Effect {}
}
