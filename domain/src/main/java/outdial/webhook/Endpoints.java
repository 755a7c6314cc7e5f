package outdial.webhook;

import java.time.Instant;

/// The customers' servers.
public interface Endpoints {
    /// Sends it once, signed, and waits for the answer for some seconds.
    Answer send(Webhook.Details to, Delivery delivery, Instant now);

    sealed interface Answer {
        /// Any 2xx.
        record Took() implements Answer {}

        /// Anything else, or no answer; `why` is for people.
        record Refused(String why) implements Answer {}

        /// 410: it wants no more of this.
        record Gone() implements Answer {}
    }
}
