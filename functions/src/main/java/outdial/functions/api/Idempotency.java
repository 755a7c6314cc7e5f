package outdial.functions.api;

import java.time.Duration;
import java.time.Instant;

/// Remembers what was answered to a request that carried an Idempotency-Key, so that its repetition gets the
/// same answer and does nothing.
public interface Idempotency {
    /// How long an answer is remembered.
    Duration KEPT = Duration.ofHours(24);

    /// Longer than the Api function may run (29 s): whoever claimed the key and never answered is gone.
    Duration LOCKED = Duration.ofMinutes(1);

    /// Takes the key for this request, in one conditional write.
    Claim claim(Submission submission, Instant now);

    /// Keeps the answer to a claimed request; nothing where somebody else has taken the key over.
    void keep(Submission submission, Reply reply, Instant now);

    /// The request did nothing: its key may be used again at once.
    void release(Submission submission, Instant now);

    /// `key` tells workspace, route and the client's key; `requestId` is another for each repetition.
    record Submission(String key, String requestHash, String requestId) {}

    /// Who has the key.
    sealed interface Claim {
        /// This request, which must answer now; `first` is when it came first, if it died then.
        record Mine(Instant first) implements Claim {}

        /// Another one with the same content, which has not answered yet.
        record Running() implements Claim {}

        /// Another one with the same content, which got this answer.
        record Answered(Reply reply) implements Claim {}

        /// One with another content.
        record OtherRequest() implements Claim {}
    }
}
