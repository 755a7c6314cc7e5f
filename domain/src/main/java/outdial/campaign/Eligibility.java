package outdial.campaign;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who may be in a campaign: whoever meets all of the conditions, or any of them; without conditions, everybody.
public record Eligibility(Match match, List<Condition> conditions) {
    public static final int MOST_CONDITIONS = 20;
    public static final Eligibility EVERYBODY = new Eligibility(Match.ALL, List.of());

    public Eligibility {
        conditions = List.copyOf(conditions);
        if (conditions.size() > MOST_CONDITIONS) {
            throw new IllegalArgumentException("at most " + MOST_CONDITIONS + " conditions, were " + conditions.size());
        }
    }

    public enum Match {
        ALL,
        ANY
    }

    /// What is known of a contact.
    @FunctionalInterface
    public interface Facts {
        /// The values of a field; none where it is unknown, or there is no such field.
        Set<String> of(String field);
    }

    /// Why the contact is not eligible; empty where it is.
    public Optional<String> objection(Facts facts) {
        List<String> unmet = conditions.stream()
                .filter(condition -> !condition.holds(facts))
                .map(Condition::toString)
                .toList();
        boolean eligible = switch (match) {
            case ALL -> unmet.isEmpty();
            case ANY -> unmet.size() < conditions.size() || conditions.isEmpty();
        };
        return eligible
                ? Optional.empty()
                : Optional.of("not " + String.join(match == Match.ALL ? ", not " : " or ", unmet));
    }

    /// What must be true of one field: `flag`, `segment`, `source`, `score`, `company`, `state`, `country`, or
    /// `custom.` and the name of a custom field. Texts are compared without regard to case.
    public record Condition(String field, Operator operator, List<String> values) {
        public static final int MOST_VALUES = 50;
        private static final Set<String> STANDARD =
                Set.of("flag", "segment", "source", "score", "company", "state", "country");
        private static final String CUSTOM = "custom.";

        public Condition {
            values = List.copyOf(values);
            if (!STANDARD.contains(field) && (!field.startsWith(CUSTOM) || field.length() == CUSTOM.length())) {
                throw new IllegalArgumentException("field must be one of "
                        + String.join(", ", STANDARD.stream().sorted().toList()) + " or custom. and a name, was "
                        + field);
            }
            operator.check(values);
        }

        boolean holds(Facts facts) {
            return operator.holds(facts.of(field), values);
        }

        @Override
        public String toString() {
            return (field + " " + operator.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                            + String.join(" or ", values))
                    .strip();
        }
    }

    public enum Operator {
        IS,
        IS_NOT,
        AT_LEAST,
        AT_MOST,
        IS_KNOWN,
        IS_UNKNOWN;

        void check(List<String> values) {
            int most = switch (this) {
                case IS, IS_NOT -> Condition.MOST_VALUES;
                case AT_LEAST, AT_MOST -> 1;
                case IS_KNOWN, IS_UNKNOWN -> 0;
            };
            if (values.size() > most || (most > 0 && values.isEmpty())) {
                throw new IllegalArgumentException(this + " takes "
                        + (most == Condition.MOST_VALUES ? "1 to " + most : most) + " values, were " + values.size());
            }
            if (most == 1 && number(values.getFirst()).isEmpty()) {
                throw new IllegalArgumentException(this + " takes a number, was " + values.getFirst());
            }
        }

        boolean holds(Set<String> known, List<String> values) {
            return switch (this) {
                case IS -> isAmong(known, values);
                case IS_NOT -> !isAmong(known, values);
                case AT_LEAST -> compared(known, values.getFirst()).anyMatch(order -> order >= 0);
                case AT_MOST -> compared(known, values.getFirst()).anyMatch(order -> order <= 0);
                case IS_KNOWN -> !known.isEmpty();
                case IS_UNKNOWN -> known.isEmpty();
            };
        }

        private static boolean isAmong(Set<String> known, List<String> values) {
            return known.stream().anyMatch(value -> values.stream().anyMatch(value::equalsIgnoreCase));
        }

        private static Stream<Integer> compared(Set<String> known, String limit) {
            BigDecimal bound = number(limit).orElseThrow();
            return known.stream().flatMap(value -> number(value).stream()).map(value -> value.compareTo(bound));
        }

        private static Optional<BigDecimal> number(String text) {
            try {
                return Optional.of(new BigDecimal(text.strip()));
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }
    }
}
