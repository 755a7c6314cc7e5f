package outdial.dialing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outdial.enrollment.Enrollment.Reason;
import outdial.rules.Area;

/// What would become of the contacts that wait in a campaign, if it dialled now: counted, one by one.
public final class Findings {
    private final Map<Reason, Integer> waiting = new EnumMap<>(Reason.class);
    private final Map<Area, Closed> closed = new LinkedHashMap<>();
    private final Map<Exclusion, Integer> excluded = new EnumMap<>(Exclusion.class);
    private final Map<String, Integer> missing = new TreeMap<>();
    private int examined;
    private int callable;
    private boolean complete;

    Findings() {}

    /// Why somebody is not called in this campaign at all.
    public enum Exclusion {
        DO_NOT_CALL,
        NOT_ELIGIBLE,
        /// The contact is gone, or has another number.
        NO_SUCH_CONTACT
    }

    /// So many contacts who may be in the same places, closed now and open from then on, if ever.
    public record Closed(int contacts, Optional<Instant> opening) {}

    void call() {
        examined++;
        callable++;
    }

    void exclude(Exclusion why) {
        examined++;
        excluded.merge(why, 1, Integer::sum);
    }

    void hold(Reason why) {
        examined++;
        waiting.merge(why, 1, Integer::sum);
    }

    void closed(Area area, Optional<Instant> opening) {
        examined++;
        int before = closed.getOrDefault(area, new Closed(0, opening)).contacts();
        closed.put(area, new Closed(before + 1, opening));
    }

    void lacks(String variable) {
        missing.merge(variable, 1, Integer::sum);
    }

    void finish() {
        complete = true;
    }

    /// Whether all who wait were looked at.
    public boolean isComplete() {
        return complete;
    }

    public int examined() {
        return examined;
    }

    /// Whom nothing keeps from being called now.
    public int callable() {
        return callable;
    }

    /// Whoever is not excluded.
    public int toCall() {
        return examined - excluded.values().stream().mapToInt(Integer::intValue).sum();
    }

    public Map<Reason, Integer> waiting() {
        return waiting;
    }

    public Map<Area, Closed> closed() {
        return closed;
    }

    public Map<Exclusion, Integer> excluded() {
        return excluded;
    }

    /// How many lack each variable of the agent's texts.
    public Map<String, Integer> missing() {
        return missing;
    }
}
