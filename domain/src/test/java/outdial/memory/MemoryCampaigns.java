package outdial.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;
import outdial.campaign.Details;
import outdial.enrollment.Scope;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

public final class MemoryCampaigns implements Campaigns {
    private final Object lock;
    private final MemorySlots slots;
    private final Map<CampaignRef, Row> rows = new HashMap<>();
    private int turns;

    MemoryCampaigns(Object lock, MemorySlots slots) {
        this.lock = lock;
        this.slots = slots;
    }

    /// `mark` is empty where nobody asked for another round, else tells whether a sweep was asked for.
    private record Row(
            Campaign campaign,
            boolean running,
            Optional<Holder> holder,
            Optional<Boolean> mark,
            Set<String> livelyLanes) {
        Row with(Campaign changed) {
            return new Row(changed, running || changed instanceof Campaign.Active, holder, mark, livelyLanes);
        }

        Row retired() {
            return new Row(campaign, campaign instanceof Campaign.Active, holder, mark, livelyLanes);
        }

        Row marked(boolean sweep) {
            return new Row(campaign, running, holder, Optional.of(sweep || mark.orElse(false)), livelyLanes);
        }

        Row heldBy(Optional<Holder> next, Set<String> lanes) {
            return new Row(campaign, running, next, Optional.empty(), lanes);
        }

        Turn turn(Holder held, boolean sweep) {
            return new Turn(campaign, held.token(), held.until(), livelyLanes, sweep);
        }
    }

    private record Holder(String token, Instant until) {}

    @Override
    public void add(Campaign.Draft draft) {
        synchronized (lock) {
            Row row = new Row(draft, false, Optional.empty(), Optional.empty(), Set.of());
            if (rows.putIfAbsent(draft.ref(), row) != null) {
                throw new IllegalStateException("campaign " + draft.ref() + " is there already");
            }
            limitSlots(draft);
        }
    }

    @Override
    public Optional<Campaign> find(CampaignRef ref) {
        synchronized (lock) {
            return Optional.ofNullable(rows.get(ref)).map(Row::campaign);
        }
    }

    @Override
    public Page<Campaign> list(WorkspaceId workspace, PageRequest page) {
        synchronized (lock) {
            SortedMap<String, Campaign> campaigns = new TreeMap<>();
            rows.forEach((ref, row) -> {
                if (ref.workspace().equals(workspace)) campaigns.put(ref.id().value(), row.campaign());
            });
            return Pages.of(campaigns, page, campaign -> true);
        }
    }

    @Override
    public boolean change(Campaign from, Campaign to) {
        synchronized (lock) {
            if (find(from.ref()).filter(from::equals).isEmpty()) return false;
            Campaign next = withVersion(to, from.details().version() + 1);
            rows.computeIfPresent(from.ref(), (_, row) -> row.with(next));
            limitSlots(next);
            return true;
        }
    }

    private void limitSlots(Campaign campaign) {
        slots.limit(
                Scope.campaign(campaign.ref().id()),
                campaign.settings().limits().concurrency());
    }

    @Override
    public Stream<CampaignRef> running() {
        synchronized (lock) {
            return rows.entrySet().stream()
                    .filter(row -> row.getValue().running())
                    .map(Map.Entry::getKey)
                    .toList()
                    .stream();
        }
    }

    @Override
    public Optional<Turn> takeTurn(CampaignRef ref, Instant now, Instant until, boolean sweep) {
        synchronized (lock) {
            return Optional.ofNullable(rows.get(ref)).flatMap(row -> {
                if (row.holder().filter(holder -> holder.until().isAfter(now)).isPresent()) {
                    rows.put(ref, row.marked(sweep));
                    return Optional.empty();
                }
                turns++;
                Holder holder = new Holder("turn-" + turns, until);
                rows.put(ref, row.heldBy(Optional.of(holder), row.livelyLanes()));
                return Optional.of(row.turn(holder, sweep || row.mark().orElse(false)));
            });
        }
    }

    @Override
    public Optional<Turn> endTurn(Turn turn, Set<String> livelyLanes) {
        synchronized (lock) {
            CampaignRef ref = turn.campaign().ref();
            Holder holder = new Holder(turn.token(), turn.until());
            return Optional.ofNullable(rows.get(ref))
                    .filter(row -> row.holder().equals(Optional.of(holder)))
                    .flatMap(row -> {
                        Row ended = row.heldBy(row.mark().map(_ -> holder), Set.copyOf(livelyLanes));
                        rows.put(ref, ended);
                        return row.mark().map(sweep -> ended.turn(holder, sweep));
                    });
        }
    }

    @Override
    public Optional<Standing> standing(CampaignRef ref) {
        synchronized (lock) {
            return Optional.ofNullable(rows.get(ref)).map(row -> new Standing(row.campaign(), row.livelyLanes()));
        }
    }

    @Override
    public void retire(CampaignRef ref) {
        synchronized (lock) {
            rows.computeIfPresent(ref, (_, row) -> row.retired());
        }
    }

    /// Counts imports that begin and end; false where a campaign that takes no contacts would get one.
    boolean intake(CampaignRef ref, int by) {
        Optional<Campaign> campaign = find(ref).filter(found -> by < 0 || found.takesContacts());
        campaign.ifPresent(found -> rows.computeIfPresent(
                ref,
                (_, row) -> row.with(with(
                        found, found.details().version() + 1, found.details().intake() + by))));
        return campaign.isPresent();
    }

    private static Campaign withVersion(Campaign campaign, long version) {
        return with(campaign, version, campaign.details().intake());
    }

    private static Campaign with(Campaign campaign, long version, int intake) {
        Details old = campaign.details();
        Details details = new Details(old.ref(), old.settings(), old.createdAt(), version, intake, old.releasedAt());
        return switch (campaign) {
            case Campaign.Draft _ -> new Campaign.Draft(details);
            case Campaign.Scheduled _ -> new Campaign.Scheduled(details);
            case Campaign.InProgress _ -> new Campaign.InProgress(details);
            case Campaign.Paused _ -> new Campaign.Paused(details);
            case Campaign.Completed _ -> new Campaign.Completed(details);
            case Campaign.Cancelled _ -> new Campaign.Cancelled(details);
            case Campaign.Archived _ -> new Campaign.Archived(details);
        };
    }
}
