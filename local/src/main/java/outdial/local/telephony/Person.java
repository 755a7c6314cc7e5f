package outdial.local.telephony;

import java.time.Duration;
import java.util.Optional;
import outdial.local.telephony.Persona.Answering;
import outdial.local.telephony.Persona.Unreachable;

/// One person in one call: the persona, and how long each thing takes, in call time.
///
/// @param setup from the request to the phone ringing, or to the refusal of a phone that never rings
/// @param ring from ringing to the answer, or to the refusal
/// @param reaction from the end of a prompt to the first key
/// @param stay from the answer to hanging up, if the call lasts that long
record Person(Persona persona, Duration setup, Duration ring, Duration reaction, Duration stay) {
    private static final Duration LONGEST_STAY = Duration.ofMinutes(30);
    private static final Duration LONGEST_RECORDING = Duration.ofMinutes(2);
    private static final Duration NO_ANSWER_AFTER = Duration.ofSeconds(30);

    static Person of(Persona persona, Dice dice) {
        return new Person(
                persona,
                dice.between(Duration.ofMillis(300), Duration.ofMillis(1_500)),
                ring(persona, dice),
                dice.between(Duration.ofMillis(800), Duration.ofMillis(2_500)),
                stay(persona, dice));
    }

    Person being(Persona another) {
        return new Person(another, setup, ring, reaction, stay);
    }

    /// The keys pressed after having heard so many prompts before.
    Optional<String> keysAfter(int prompts) {
        return switch (persona) {
            case Answering answering
            when prompts < answering.keys().size() ->
                Optional.of(answering.keys().get(prompts));
            case Answering _ -> Optional.empty();
            case Unreachable _ -> Optional.empty();
        };
    }

    private static Duration ring(Persona persona, Dice dice) {
        if (persona.equals(Personas.NO_ANSWER)) {
            return NO_ANSWER_AFTER;
        }
        return persona.equals(Personas.VOICEMAIL)
                ? dice.between(Duration.ofSeconds(18), Duration.ofSeconds(25))
                : dice.between(Duration.ofSeconds(3), Duration.ofSeconds(14));
    }

    private static Duration stay(Persona persona, Dice dice) {
        return switch (persona) {
            case Unreachable _ -> Duration.ZERO;
            case Answering answering ->
                switch (answering.stay()) {
                    case TO_THE_END -> LONGEST_STAY;
                    case A_MOMENT -> dice.between(Duration.ofSeconds(1), Duration.ofSeconds(4));
                    case MACHINE -> LONGEST_RECORDING;
                };
        };
    }
}
