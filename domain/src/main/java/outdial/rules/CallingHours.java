package outdial.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outdial.hours.Hours;

/// When, and how often, somebody may be called, as far as that is known.
public sealed interface CallingHours {

    /// @param hours in which every rule and the campaign's window allow a call, wherever the contact may be
    /// @param rules those that were counted, for the record of the attempt
    record Known(Hours hours, List<Cap> caps, List<Quiet> quiets, List<Rule> rules) implements CallingHours {
        public Known {
            caps = List.copyOf(caps);
            quiets = List.copyOf(quiets);
            rules = List.copyOf(rules);
        }

        /// Until when what has been forbids a call, strictly later than `now`; empty where it does not.
        public Optional<Instant> forbidUntil(History history, Instant now) {
            return Limits.forbidUntil(caps, quiets, history, now);
        }
    }

    /// Nobody is called on a guess.
    record Unknown(Reason reason) implements CallingHours {}

    enum Reason {
        /// Neither number nor address nor contact say where in the world it is what time.
        NO_TIME_ZONE,
        /// No rule is known for one of the countries, or the country is unknown, and the campaign has no
        /// window.
        NO_RULE_FOR_COUNTRY,
        /// The rules are off, and the campaign has no window.
        NO_WINDOW
    }
}
