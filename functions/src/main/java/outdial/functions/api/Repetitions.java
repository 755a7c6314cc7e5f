package outdial.functions.api;

import java.time.Instant;
import java.time.InstantSource;
import outdial.functions.api.Idempotency.Claim;
import outdial.functions.api.Idempotency.Submission;

/// Lets a POST with an Idempotency-Key take effect once. Only what took effect is kept: a request that was
/// refused did nothing, and may be put right and sent again with the same key.
record Repetitions(Idempotency idempotency, InstantSource clock) {
    static final String HEADER = "idempotency-key";
    private static final int LONGEST_KEY = 128;

    Reply once(Request request, Endpoint endpoint) {
        if (!request.call().method().equals("POST") || request.header(HEADER).isEmpty()) {
            return endpoint.answer(request).encoded();
        }
        Submission submission = submission(request, request.header(HEADER).orElseThrow());
        return switch (idempotency.claim(submission, clock.instant())) {
            case Claim.Mine(Instant first) -> answer(request.firstSentAt(first), endpoint, submission);
            case Claim.Answered(Reply reply) -> reply;
            case Claim.Running() ->
                throw Refusal.of(
                        ProblemType.STILL_RUNNING,
                        "The first request with this Idempotency-Key has not answered yet; repeat it in a minute.");
            case Claim.OtherRequest() ->
                throw Refusal.at(
                        "Idempotency-Key",
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "This Idempotency-Key came with another body before; use a new key for a new request.");
        };
    }

    private Reply answer(Request request, Endpoint endpoint, Submission submission) {
        try {
            Answer answer = endpoint.answer(request);
            Answer kept = answer.confidential() ? shownBefore() : answer;
            idempotency.keep(submission, kept.encoded(), clock.instant());
            return answer.encoded();
        } catch (Refusal refusal) {
            idempotency.release(submission, clock.instant());
            throw refusal;
        }
    }

    private static Answer shownBefore() {
        return Answer.problem(Problem.of(
                ProblemType.ALREADY_ISSUED,
                "The answer to this request held a secret and was given once; revoke that key and ask for another."));
    }

    private static Submission submission(Request request, String key) {
        if (!key.matches("[!-~]{1," + LONGEST_KEY + "}")) {
            throw Refusal.invalid(
                    "Idempotency-Key",
                    "Idempotency-Key must be 1 to " + LONGEST_KEY + " visible ASCII characters, such as a UUID.");
        }
        Request.Call call = request.call();
        return new Submission(
                request.workspace() + "#" + call.method() + " " + call.path() + "#" + key,
                Digests.sha256Hex(call.body()),
                call.requestId());
    }
}
