package outdial.functions.chime;

import java.time.Duration;
import java.util.Optional;
import outdial.call.Attempt;
import outdial.call.Attempts;
import outdial.dialing.CallRecords;

/// What the Chime SDK has on record of calls whose events were lost. A record is the call's where the function
/// heard of that transaction; where it heard of none, a call between the two numbers since the attempt began
/// is, because a number is in one call at a time. That there is no record says nothing: when records come, and
/// whether for each call, is not documented.
public final class ChimeRecords implements CallRecords {
    /// Records have whole seconds, and another clock than ours.
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final Attempts attempts;
    private final CallDetails details;

    public ChimeRecords(Attempts attempts, CallDetails details) {
        this.attempts = attempts;
        this.details = details;
    }

    @Override
    public Finding of(Attempt attempt) {
        return details.latest(attempt.route().from(), attempt.route().to())
                .filter(detail -> isOf(attempt, detail))
                .<Finding>map(
                        detail -> new Finding.TookPlace(detail.transactionId(), detail.isAnswered(), detail.endedAt()))
                .orElseGet(Finding.Nothing::new);
    }

    private boolean isOf(Attempt attempt, CallDetail detail) {
        Optional<String> noted = attempts.callOf(attempt.contact(), attempt.id());
        return noted.map(detail.transactionId()::equals)
                .orElseGet(
                        () -> !detail.startedAt().isBefore(attempt.startedAt().minus(CLOCKS_DIFFER)));
    }
}
