package outdial.local.telephony;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outdial.local.telephony.Persona.Answering;
import outdial.local.telephony.Persona.Stay;
import outdial.local.telephony.Persona.Unreachable;

/// The usual personas, and the words of a people file for every one.
public final class Personas {
    public static final Persona INTERESTED = new Answering(List.of("1"), Stay.TO_THE_END);
    public static final Persona LISTENS = new Answering(List.of(), Stay.TO_THE_END);
    public static final Persona OPTS_OUT = new Answering(List.of("9"), Stay.TO_THE_END);
    public static final Persona HANGS_UP = new Answering(List.of(), Stay.A_MOMENT);
    public static final Persona VOICEMAIL = new Answering(List.of(), Stay.MACHINE);
    public static final Persona BUSY = new Unreachable(486, false);
    public static final Persona NO_ANSWER = new Unreachable(480, true);
    public static final Persona INVALID = new Unreachable(404, false);
    public static final Persona REJECTED = new Unreachable(603, true);
    public static final Persona CARRIER_ERROR = new Unreachable(503, false);

    private static final Map<String, Persona> KNOWN = Map.of(
            "interested", INTERESTED,
            "listens", LISTENS,
            "opts-out", OPTS_OUT,
            "hangs-up", HANGS_UP,
            "voicemail", VOICEMAIL,
            "busy", BUSY,
            "no-answer", NO_ANSWER,
            "invalid", INVALID,
            "rejected", REJECTED,
            "carrier-error", CARRIER_ERROR);
    private static final Map<Persona, String> NAMES =
            KNOWN.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private Personas() {}

    /// The persona that a people file calls by this name: `busy`, `presses 5 1`, `sip 488`.
    ///
    /// @throws IllegalArgumentException no persona has this name
    public static Persona named(String words) {
        String name = words.strip();
        Persona known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        List<String> parts = List.of(name.split("\\s+"));
        if (parts.size() > 1 && parts.getFirst().equals("presses")) {
            return new Answering(parts.subList(1, parts.size()), Stay.TO_THE_END);
        }
        if (parts.size() == 2 && parts.getFirst().equals("sip")) {
            return new Unreachable(Integer.parseInt(parts.getLast()), false);
        }
        throw new IllegalArgumentException("no persona is called '" + name + "', only "
                + KNOWN.keySet().stream().sorted().collect(Collectors.joining(", "))
                + ", presses <keys> ..., sip <code>");
    }

    /// The words by which [#named] finds it again.
    static String nameOf(Persona persona) {
        String known = NAMES.get(persona);
        if (known != null) {
            return known;
        }
        return switch (persona) {
            case Answering answering -> "presses " + String.join(" ", answering.keys());
            case Unreachable unreachable -> "sip " + unreachable.sipCode();
        };
    }
}
