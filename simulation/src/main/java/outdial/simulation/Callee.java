package outdial.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import outdial.call.Outcome;

/// What becomes of a call: how long it rings, whether somebody answers and for how long, the network's code,
/// and what the voice agent makes of the conversation.
record Callee(Fate fate, Duration ringing, Optional<Duration> talk, OptionalInt sipCode, Optional<Outcome> result) {
    private static final int OK = 200;

    /// Nobody is kept on the line for longer.
    static final Duration LONGEST_TALK = Duration.ofMinutes(10);

    static final Callee OUT_OF_REACH = silent(Fate.NOT_RUNG, 1, 503);

    static Callee of(Random dice) {
        int percent = dice.nextInt(100);
        if (percent < 38) return talks(dice);
        if (percent < 50) return answers(dice, Fate.ANSWERED_BY_MACHINE, Outcome.VOICEMAIL);
        if (percent < 52) return hangsUp(dice);
        if (percent < 80) return silent(Fate.NOT_ANSWERED, 20 + dice.nextInt(26), 480);
        if (percent < 91) return silent(Fate.BUSY, 1 + dice.nextInt(3), 486);
        if (percent < 95) return OUT_OF_REACH;
        if (percent < 97) return silent(Fate.DEAD_NUMBER, 1, 404);
        return percent < 99
                ? silent(Fate.DEAD_NUMBER, 2 + dice.nextInt(9), 603)
                : silent(Fate.WENT_WRONG, 2 + dice.nextInt(9), 499);
    }

    private static Callee talks(Random dice) {
        int percent = dice.nextInt(100);
        if (percent < 8) return answers(dice, Fate.SAID_STOP, Outcome.DO_NOT_CALL);
        if (percent < 30) return answers(dice, Fate.TALKED, Outcome.INTERESTED);
        if (percent < 60) return answers(dice, Fate.REFUSED, Outcome.NOT_INTERESTED);
        return answers(dice, Fate.TALKED, Outcome.COMPLETED);
    }

    private static Callee answers(Random dice, Fate fate, Outcome result) {
        Duration talk = dice.nextInt(200) == 0 ? LONGEST_TALK : Duration.ofSeconds(5 + dice.nextInt(115));
        return new Callee(fate, ringing(dice), Optional.of(talk), OptionalInt.of(OK), Optional.of(result));
    }

    /// Before the agent could make anything of it.
    private static Callee hangsUp(Random dice) {
        Optional<Duration> talk = Optional.of(Duration.ofSeconds(1));
        return new Callee(Fate.TALKED, ringing(dice), talk, OptionalInt.of(OK), Optional.empty());
    }

    private static Callee silent(Fate fate, int seconds, int sipCode) {
        return new Callee(
                fate, Duration.ofSeconds(seconds), Optional.empty(), OptionalInt.of(sipCode), Optional.empty());
    }

    private static Duration ringing(Random dice) {
        return Duration.ofSeconds(2 + dice.nextInt(25));
    }
}
