package outdial.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import outdial.call.Outcome;

/// What becomes of a call: how long it rings, whether somebody answers and for how long, the network's code, and what
/// the voice agent makes of the conversation.
record Callee(Duration ringing, Optional<Duration> talk, OptionalInt sipCode, Optional<Outcome> result) {
    private static final int OK = 200;

    /// Nobody is kept on the line for longer.
    static final Duration LONGEST_TALK = Duration.ofMinutes(10);

    static Callee of(Random dice) {
        int percent = dice.nextInt(100);
        if (percent < 38) return answers(dice, conversation(dice));
        if (percent < 50) return answers(dice, Outcome.VOICEMAIL);
        if (percent < 52) return hangsUp(dice);
        if (percent < 80) return silent(Duration.ofSeconds(20 + dice.nextInt(26)), 480);
        if (percent < 91) return silent(Duration.ofSeconds(1 + dice.nextInt(3)), 486);
        if (percent < 95) return silent(Duration.ofSeconds(1), 503);
        if (percent < 97) return silent(Duration.ofSeconds(1), 404);
        return silent(Duration.ofSeconds(2 + dice.nextInt(9)), percent < 99 ? 603 : 499);
    }

    boolean rings() {
        return sipCode.orElse(OK) != 503 && sipCode.orElse(OK) != 404;
    }

    boolean optsOut() {
        return result.filter(outcome -> outcome == Outcome.DO_NOT_CALL).isPresent();
    }

    private static Outcome conversation(Random dice) {
        int percent = dice.nextInt(100);
        if (percent < 8) return Outcome.DO_NOT_CALL;
        if (percent < 30) return Outcome.INTERESTED;
        if (percent < 60) return Outcome.NOT_INTERESTED;
        return Outcome.COMPLETED;
    }

    private static Callee answers(Random dice, Outcome result) {
        Duration talk = dice.nextInt(200) == 0 ? LONGEST_TALK : Duration.ofSeconds(5 + dice.nextInt(115));
        return new Callee(ringing(dice), Optional.of(talk), OptionalInt.of(OK), Optional.of(result));
    }

    /// Before the agent could make anything of it.
    private static Callee hangsUp(Random dice) {
        return new Callee(ringing(dice), Optional.of(Duration.ofSeconds(1)), OptionalInt.of(OK), Optional.empty());
    }

    private static Callee silent(Duration ringing, int sipCode) {
        return new Callee(ringing, Optional.empty(), OptionalInt.of(sipCode), Optional.empty());
    }

    private static Duration ringing(Random dice) {
        return Duration.ofSeconds(2 + dice.nextInt(25));
    }
}
