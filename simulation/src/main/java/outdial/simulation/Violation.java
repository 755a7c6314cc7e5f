package outdial.simulation;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// A rule was broken. `about` are the ids of what it was about: a contact, an attempt, a campaign, a scope.
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String rule;
    private final transient Set<String> about;

    Violation(String rule, Object... about) {
        super(rule);
        this.rule = rule;
        this.about = Arrays.stream(about).map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }

    /// With what was found instead.
    String rule() {
        return rule;
    }

    /// The rule without what was found: the same for all that break it.
    String kind() {
        return rule.split("[,(:0-9]", 2)[0].strip();
    }

    Set<String> about() {
        return about;
    }
}
