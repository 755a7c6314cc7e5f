package outdial.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outdial.call.Attempt;
import outdial.call.Closing;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Lane;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.Status;
import outdial.page.Page;
import outdial.page.PageRequest;

public final class MemoryEnrollments implements Enrollments {
    private final Object lock;
    private final Alongside others;
    private final Map<CampaignId, SortedMap<String, Enrollment>> campaigns = new HashMap<>();
    private final Map<EnrollmentId, NewEnrollment> origins = new HashMap<>();
    private final DueIndex index = new DueIndex();

    MemoryEnrollments(Alongside others, Object lock) {
        this.others = others;
        this.lock = lock;
    }

    @Override
    public Optional<Enrollment> find(EnrollmentId id) {
        synchronized (lock) {
            return Optional.ofNullable(of(id.campaign()).get(id.contact().value()));
        }
    }

    @Override
    public Map<String, String> variables(EnrollmentId id) {
        synchronized (lock) {
            return Optional.ofNullable(origins.get(id))
                    .map(NewEnrollment::variables)
                    .orElse(Map.of());
        }
    }

    @Override
    public List<Added> add(List<NewEnrollment> enrollments) {
        synchronized (lock) {
            return enrollments.stream().map(this::add).toList();
        }
    }

    @Override
    public Map<EnrollmentId, String> sources(Set<EnrollmentId> ids) {
        synchronized (lock) {
            return origins.values().stream()
                    .filter(added -> ids.contains(added.enrollment().id()))
                    .collect(Collectors.toUnmodifiableMap(
                            added -> added.enrollment().id(), NewEnrollment::source));
        }
    }

    @Override
    public Page<Brought> brought(CampaignId campaign, String source, PageRequest page) {
        synchronized (lock) {
            return list(campaign, Optional.empty(), page).map(Enrollment::id).map(this::brought);
        }
    }

    private Brought brought(EnrollmentId id) {
        return new Brought(id, Objects.requireNonNull(origins.get(id)).source());
    }

    @Override
    public List<Withdrawn> withdraw(List<Brought> brought) {
        synchronized (lock) {
            return brought.stream().map(this::withdraw).toList();
        }
    }

    private Withdrawn withdraw(Brought brought) {
        Optional<Enrollment> now = find(brought.id());
        if (now.isEmpty()) return Withdrawn.GONE;
        if (!brought(brought.id()).equals(brought) || !Untouched.is(now.get())) return Withdrawn.KEPT;
        remove(now.get());
        origins.remove(brought.id());
        return Withdrawn.REMOVED;
    }

    private Added add(NewEnrollment enrollment) {
        NewEnrollment there = origins.putIfAbsent(enrollment.enrollment().id(), enrollment);
        if (there == null) {
            put(enrollment.enrollment());
            return Added.ADDED;
        }
        return Added.found(there.source(), enrollment.source());
    }

    /// Like an index that is asked lane by lane: a lane is known to be exhausted only if it had fewer than were
    /// asked for.
    @Override
    public Due due(CampaignId campaign, List<Lane> lanes, Instant now, int limit) {
        synchronized (lock) {
            List<Enrollment.Waiting> due = new ArrayList<>();
            Set<Lane> exhausted = new HashSet<>();
            for (Lane lane : lanes) {
                int room = limit - due.size();
                if (room == 0) break;
                List<Enrollment> found = index.due(campaign, lane, now, room);
                found.forEach(enrollment -> due.add((Enrollment.Waiting) enrollment));
                if (found.size() < room) exhausted.add(lane);
            }
            return new Due(due, exhausted);
        }
    }

    @Override
    public List<Enrollment.Leased> expired(CampaignId campaign, Instant now, int limit) {
        synchronized (lock) {
            return index.leases(campaign, now.minusNanos(1), limit).stream()
                    .map(enrollment -> (Enrollment.Leased) enrollment)
                    .toList();
        }
    }

    @Override
    public List<Enrollment.Leased> leased(CampaignId campaign, int limit) {
        return expired(campaign, Instant.MAX, limit);
    }

    @Override
    public List<Enrollment.Queued> claim(List<Claim> claims, List<SlotLimit> limits) {
        synchronized (lock) {
            List<Enrollment.Queued> claimed = claims.stream()
                    .filter(claim -> isStored(claim.from()))
                    .map(Claim::to)
                    .toList();
            if (!others.slots().fit(limits, claimed.size())) return List.of();
            claimed.forEach(queued -> {
                put(queued);
                others.slots().take(limits.stream().map(SlotLimit::scope).toList());
            });
            return claimed;
        }
    }

    @Override
    public boolean release(Enrollment.Queued from, Enrollment to) {
        synchronized (lock) {
            boolean unchanged = replace(from, to);
            if (unchanged) others.slots().free(from.scopes());
            return unchanged;
        }
    }

    @Override
    public Start dial(Enrollment.Queued from, Enrollment.Dialing to, Dial dial) {
        synchronized (lock) {
            Start start = start(from, dial);
            if (start == Start.STARTED) {
                put(to);
                others.attempts().put(dial.attempt());
                others.numbers().put(dial.number());
            }
            return start;
        }
    }

    private Start start(Enrollment.Queued from, Dial dial) {
        return isStored(from) ? others.start(dial) : Start.LOST;
    }

    @Override
    public boolean conclude(Enrollment.Dialing from, Enrollment to, Attempt closed) {
        synchronized (lock) {
            if (!end(from, to, closed)) return false;
            boolean placed = closed.closing().orElseThrow().by() != Closing.By.NOT_PLACED;
            others.slots()
                    .free(from.scopes().stream()
                            .filter(scope -> !placed || !scope.countsStarts())
                            .toList());
            return true;
        }
    }

    @Override
    public boolean handOver(Enrollment.Dialing from, Enrollment to, Attempt closed, Claim heir) {
        synchronized (lock) {
            if (from.id().equals(heir.from().id()))
                throw new IllegalArgumentException("one item twice in a transaction");
            boolean handedOver = isStored(heir.from()) && end(from, to, closed);
            if (handedOver) put(heir.to());
            return handedOver;
        }
    }

    private boolean end(Enrollment.Dialing from, Enrollment to, Attempt closed) {
        boolean open = isStored(from) && others.isOpen(closed);
        if (open) {
            others.attempts().put(closed);
            put(to);
        }
        return open;
    }

    @Override
    public boolean learn(Enrollment.Dialing from, Enrollment.Dialing to) {
        return replace(from, to);
    }

    @Override
    public boolean change(Enrollment.Idle from, Enrollment to) {
        return replace(from, to);
    }

    @Override
    public boolean enable(Enrollment.Held from, Campaign seen) {
        synchronized (lock) {
            return isStored(from) && others.campaignBook().change(seen, seen) && replace(from, from.waiting());
        }
    }

    @Override
    public boolean correct(Enrollment.Finished from, Enrollment.Finished to) {
        return replace(from, to);
    }

    private boolean replace(Enrollment from, Enrollment to) {
        synchronized (lock) {
            boolean unchanged = isStored(from);
            if (unchanged) put(to);
            return unchanged;
        }
    }

    @Override
    public boolean anyUnfinished(CampaignId campaign) {
        synchronized (lock) {
            return of(campaign).values().stream()
                    .anyMatch(enrollment -> enrollment.status().isUnfinished());
        }
    }

    @Override
    public Page<Enrollment> list(CampaignId campaign, Optional<Status> status, PageRequest page) {
        synchronized (lock) {
            return Pages.of(of(campaign), page, enrollment -> status.isEmpty() || status.get() == enrollment.status());
        }
    }

    /// All of a campaign, in the order of the contacts' ids.
    public List<Enrollment> all(CampaignId campaign) {
        synchronized (lock) {
            return List.copyOf(of(campaign).values());
        }
    }

    private boolean isStored(Enrollment seen) {
        return find(seen.id()).filter(seen::equals).isPresent();
    }

    private void remove(Enrollment enrollment) {
        index.remove(enrollment);
        of(enrollment.id().campaign()).remove(enrollment.id().contact().value());
    }

    private void put(Enrollment enrollment) {
        find(enrollment.id()).ifPresent(index::remove);
        of(enrollment.id().campaign()).put(enrollment.id().contact().value(), enrollment);
        index.add(enrollment);
    }

    private SortedMap<String, Enrollment> of(CampaignId campaign) {
        return campaigns.computeIfAbsent(campaign, _ -> new TreeMap<>());
    }
}
