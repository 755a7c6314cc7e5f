package outdial.simulation;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outdial.campaign.Eligibility;
import outdial.campaign.Eligibility.Condition;
import outdial.contact.Profile;

/// Who may be in a campaign, in a reading of its conditions that shares no code with the first.
final class Qualification {
    private Qualification() {}

    static boolean of(Profile profile, Eligibility eligibility) {
        if (eligibility.conditions().isEmpty()) return true;
        Stream<Boolean> met = eligibility.conditions().stream().map(condition -> isMet(profile, condition));
        return switch (eligibility.match()) {
            case ALL -> met.allMatch(holds -> holds);
            case ANY -> met.anyMatch(holds -> holds);
        };
    }

    private static boolean isMet(Profile profile, Condition condition) {
        Set<String> known = values(profile, condition.field());
        Set<String> wanted = lower(condition.values());
        return switch (condition.operator()) {
            case IS -> known.stream().anyMatch(wanted::contains);
            case IS_NOT -> known.stream().noneMatch(wanted::contains);
            case AT_LEAST -> any(known, value -> value >= bound(condition));
            case AT_MOST -> any(known, value -> value <= bound(condition));
            case IS_KNOWN -> !known.isEmpty();
            case IS_UNKNOWN -> known.isEmpty();
        };
    }

    private static double bound(Condition condition) {
        return Double.parseDouble(condition.values().getFirst());
    }

    private static boolean any(Set<String> values, DoublePredicate holds) {
        return values.stream()
                .filter(value -> value.matches("-?\\d+([.]\\d+)?"))
                .mapToDouble(Double::parseDouble)
                .anyMatch(holds);
    }

    private static Set<String> values(Profile profile, String field) {
        Stream<String> found = switch (field) {
            case "flag" -> profile.flags().stream();
            case "segment" -> Stream.of(profile.segment());
            case "source" -> Stream.of(profile.source());
            case "company" -> Stream.of(profile.company());
            case "state" -> Stream.of(profile.place().state());
            case "country" -> Stream.of(profile.place().country());
            case "score" -> profile.score().stream().mapToObj(Integer::toString);
            default -> Stream.of(profile.fields().getOrDefault(field.replaceFirst("^custom[.]", ""), ""));
        };
        return lower(found.filter(value -> !value.isEmpty()).collect(Collectors.toSet()));
    }

    private static Set<String> lower(Iterable<String> texts) {
        Set<String> lower = new TreeSet<>();
        texts.forEach(text -> lower.add(text.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
