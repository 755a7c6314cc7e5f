package outdial.local.telephony;

import java.util.List;

/// How whoever is called behaves in one call. The usual ones are in [Personas].
public sealed interface Persona {
    /// The call ends with a SIP code and nobody having spoken; `rings` says whether the phone rang before.
    record Unreachable(int sipCode, boolean rings) implements Persona {
        public Unreachable {
            if (sipCode < 300 || sipCode > 699) {
                throw new IllegalArgumentException("a SIP code from 300 to 699 refuses a call, was " + sipCode);
            }
        }
    }

    /// Somebody or something answers. Each prompt for digits that is heard out is answered with the next keys, later
    /// prompts not at all.
    record Answering(List<String> keys, Stay stay) implements Persona {
        public Answering {
            keys = List.copyOf(keys);
            for (String pressed : keys) {
                if (!pressed.matches("[0-9*#]+")) {
                    throw new IllegalArgumentException("a phone has the keys 0-9, * and #, was " + pressed);
                }
            }
        }
    }

    /// How long whoever answered stays on the line.
    enum Stay {
        TO_THE_END,
        A_MOMENT,
        MACHINE
    }
}
