package outdial.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a workspace has changed about the rules: all of them off, single ones off, unconfirmed ones on, and
/// regions in which nobody is called until the end of a date, whatever the rules say.
public record Switches(
        Optional<Waiver> allOff, Map<String, Waiver> off, Set<String> on, Map<Region, LocalDate> blockedUntil) {
    /// The confirmed rules apply, and no region is blocked.
    public static final Switches UNTOUCHED = new Switches(Optional.empty(), Map.of(), Set.of(), Map.of());

    public Switches {
        off = Map.copyOf(off);
        on = Set.copyOf(on);
        blockedUntil = Map.copyOf(blockedUntil);
    }

    /// Why, by whom and when the law was set aside; only an ADMIN may, and must say why.
    public record Waiver(String reason, String by, Instant at) {
        public Waiver {
            if (reason.isBlank()) throw new IllegalArgumentException("a rule is turned off with a reason");
            if (by.isBlank()) throw new IllegalArgumentException("a rule is turned off by somebody");
        }
    }

    public boolean rulesOn() {
        return allOff.isEmpty();
    }

    public Switches withAllOff(Waiver why) {
        return new Switches(Optional.of(why), off, on, blockedUntil);
    }

    public Switches withAllOn() {
        return new Switches(Optional.empty(), off, on, blockedUntil);
    }

    public Switches withOff(String ruleId, Waiver why) {
        Map<String, Waiver> more = new HashMap<>(off);
        more.put(ruleId, why);
        Set<String> fewer = new HashSet<>(on);
        fewer.remove(ruleId);
        return new Switches(allOff, more, fewer, blockedUntil);
    }

    public Switches withOn(String ruleId) {
        Map<String, Waiver> fewer = new HashMap<>(off);
        fewer.remove(ruleId);
        Set<String> more = new HashSet<>(on);
        more.add(ruleId);
        return new Switches(allOff, fewer, more, blockedUntil);
    }

    public Switches withBlock(Region region, LocalDate until) {
        Map<Region, LocalDate> more = new HashMap<>(blockedUntil);
        more.put(region, until);
        return new Switches(allOff, off, on, more);
    }

    public Switches withoutBlock(Region region) {
        Map<Region, LocalDate> fewer = new HashMap<>(blockedUntil);
        fewer.remove(region);
        return new Switches(allOff, off, on, fewer);
    }

    /// Whether the rule counts where it binds.
    public boolean apply(Rule rule) {
        if (!rulesOn() || off.containsKey(rule.id())) return false;
        return rule.evidence().confidence() == Confidence.CONFIRMED || on.contains(rule.id());
    }
}
