package outdial.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import outdial.campaign.CampaignRef;
import outdial.dialing.SlotCounts;
import outdial.dialing.Slots;
import outdial.enrollment.Enrollments.SlotLimit;
import outdial.enrollment.Scope;

public final class MemorySlots implements Slots, SlotCounts {
    private final Object lock;
    private final Map<Scope, Use> uses = new HashMap<>();
    private final Map<Scope, Long> changes = new HashMap<>();

    MemorySlots(Object lock) {
        this.lock = lock;
    }

    @Override
    public List<Use> of(List<Scope> scopes) {
        synchronized (lock) {
            return scopes.stream()
                    .flatMap(scope -> Stream.ofNullable(uses.get(scope)))
                    .toList();
        }
    }

    @Override
    public void limit(Scope scope, int limit) {
        synchronized (lock) {
            Use use = uses.getOrDefault(scope, new Use(scope, 0, limit));
            uses.put(scope, new Use(scope, use.active(), limit, use.waiting(), use.recountUntil()));
        }
    }

    @Override
    public void await(Scope scope, CampaignRef campaign, Mark mark) {
        synchronized (lock) {
            Map<CampaignRef, Mark> waiting =
                    new HashMap<>(of(List.of(scope)).getFirst().waiting());
            waiting.put(campaign, mark);
            wait(scope, waiting);
        }
    }

    @Override
    public void leave(Scope scope, CampaignRef campaign) {
        synchronized (lock) {
            Map<CampaignRef, Mark> waiting =
                    new HashMap<>(of(List.of(scope)).getFirst().waiting());
            waiting.remove(campaign);
            wait(scope, waiting);
        }
    }

    private void wait(Scope scope, Map<CampaignRef, Mark> waiting) {
        Use use = of(List.of(scope)).getFirst();
        uses.put(scope, new Use(scope, use.active(), use.limit(), waiting, use.recountUntil()));
    }

    /// Whether `calls` more fit, under the limits that were seen.
    boolean fit(List<SlotLimit> limits, int calls) {
        synchronized (lock) {
            return limits.stream()
                    .allMatch(seen -> of(List.of(seen.scope())).stream()
                            .anyMatch(use -> use.limit() == seen.limit() && use.active() + calls <= use.limit()));
        }
    }

    void take(List<Scope> scopes) {
        scopes.forEach(scope -> change(scope, 1));
    }

    void free(List<Scope> scopes) {
        scopes.forEach(scope -> change(scope, -1));
    }

    private void change(Scope scope, int by) {
        synchronized (lock) {
            Use use = of(List.of(scope)).getFirst();
            if (use.active() + by < 0) throw new IllegalStateException(scope + " would be used by fewer than nobody");
            put(use, use.active() + by);
        }
    }

    private void put(Use use, int active) {
        uses.put(use.scope(), new Use(use.scope(), active, use.limit(), use.waiting(), use.recountUntil()));
        changes.merge(use.scope(), 1L, Long::sum);
    }

    @Override
    public List<Count> counts(List<Scope> scopes) {
        synchronized (lock) {
            return of(scopes).stream()
                    .map(use -> new Count(use.scope(), use.active(), changes.getOrDefault(use.scope(), 0L)))
                    .toList();
        }
    }

    @Override
    public void watch(Scope scope, Instant until) {
        synchronized (lock) {
            Use use = of(List.of(scope)).getFirst();
            uses.put(scope, new Use(scope, use.active(), use.limit(), use.waiting(), until));
        }
    }

    @Override
    public boolean correct(Count seen, int held) {
        synchronized (lock) {
            boolean same = counts(List.of(seen.scope())).contains(seen);
            if (same) put(of(List.of(seen.scope())).getFirst(), held);
            return same;
        }
    }
}
