package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outdial.call.Attempt;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns.Standing;
import outdial.dialing.Allotment.Share;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Dialing;
import outdial.enrollment.Enrollment.Waiting;
import outdial.enrollment.Enrollments.Claim;
import outdial.enrollment.Lane;
import outdial.enrollment.Scope;
import outdial.rules.Policy;

/// Gives the slots of a call that ends to the next contact of its campaign in the same write. Nobody then has
/// to count them down and up again, which is where many calls that end at once would meet, and the next phone
/// rings sooner. Whom to call is decided as a dispatcher would with just these slots; where that is nobody, the
/// slots are freed and the dispatcher is asked.
public final class Handover {
    /// What was seen of a campaign and its slots serves for so long. The dialer looks at everything again.
    private static final Duration SIGHT_HOLDS = Duration.ofSeconds(2);

    private static final int MOST_SIGHTS = 1_000;

    /// Looked at, of those that had contacts last; a dispatcher sees more.
    private static final int MOST_LANES = 4;

    /// Calls end side by side: each picks another of so many.
    private static final int CHOICE = 12;

    /// All the same two sometimes want the same one.
    private static final int MOST_TRIES = 2;

    private final Books books;
    private final Books glances;
    private final DialLine line;
    private final Allotment allotment;
    private final OpenGroups groupsOpen;
    private final Claims claims;
    private final Remembered<Place, Optional<Sight>> sights;

    /// @param glances the same books, read at half the price and perhaps out of date
    public Handover(Books books, Books glances, DialLine line) {
        this.books = books;
        this.glances = glances;
        this.line = line;
        this.allotment = new Allotment(glances.workspaces(), line);
        this.groupsOpen = new OpenGroups(line.law(), line.timing().ringing());
        this.claims = new Claims(books, glances, line);
        this.sights = new Remembered<>(SIGHT_HOLDS, MOST_SIGHTS, line.clock());
    }

    private record Place(CampaignRef campaign, List<Scope> scopes) {}

    /// The campaign, its open lanes by urgency, and the share that one call more would have.
    private record Sight(Campaign campaign, List<Lane> lanes, Openings openings, Share share) {}

    /// Ends the call, with the next one claimed and ordered; false, and nothing written, where there is nobody
    /// for its slots or the books changed meanwhile.
    boolean conclude(Dialing call, Enrollment next, Attempt closed) {
        Optional<Sight> sight = sights.of(new Place(call.who().campaign(), call.scopes()), this::look);
        for (int attempted = 0; attempted < MOST_TRIES; attempted++) {
            int choice = call.attempt().hashCode() + attempted;
            Optional<Claim> heir = sight.flatMap(seen -> heir(seen, call, choice));
            if (heir.isEmpty()) return false;
            if (books.enrollments().handOver(call, next, closed, heir.get())) {
                claims.order(List.of(heir.get().to()), false);
                return true;
            }
        }
        return false;
    }

    private Optional<Sight> look(Place place) {
        return glances.campaigns().standing(place.campaign()).flatMap(standing -> look(place.scopes(), standing));
    }

    private Optional<Sight> look(List<Scope> scopes, Standing standing) {
        Campaign campaign = standing.campaign();
        Set<String> lively = standing.livelyLanes();
        if (lively.isEmpty() || !isOn(campaign)) return Optional.empty();
        Policy policy = glances.policies().of(campaign.ref().workspace());
        if (policy.stop().isPresent()) return Optional.empty();
        Openings openings = groupsOpen.at(line.clock().instant(), campaign.settings(), policy.switches());
        List<Lane> lanes = lively.stream()
                .map(Lane::parse)
                .filter(lane -> openings.isOpen(lane.group()))
                .sorted(Lane.BY_URGENCY)
                .limit(MOST_LANES)
                .toList();
        if (lanes.isEmpty()) return Optional.empty();
        return allotment.inPlaceOf(scopes, campaign).map(share -> new Sight(campaign, lanes, openings, share));
    }

    private boolean isOn(Campaign campaign) {
        Instant now = line.clock().instant();
        return campaign instanceof Campaign.InProgress
                && campaign.settings().hasBegun(now)
                && !campaign.settings().hasEnded(now);
    }

    private Optional<Claim> heir(Sight sight, Dialing call, int choice) {
        for (Lane lane : sight.lanes()) {
            List<Waiting> due = due(sight.campaign(), lane, call);
            if (due.isEmpty()) continue;
            Waiting chosen = due.get(Math.floorMod(choice, due.size()));
            return claims.of(chosen, sight.campaign(), sight.share(), sight.openings());
        }
        return Optional.empty();
    }

    /// The index may still show the one who was just called.
    private List<Waiting> due(Campaign campaign, Lane lane, Dialing call) {
        return books
                .enrollments()
                .due(campaign.ref().id(), List.of(lane), line.clock().instant(), CHOICE)
                .contacts()
                .stream()
                .filter(waiting -> !waiting.id().equals(call.id()))
                .filter(waiting -> campaign.details().releases(waiting.who().since()))
                .toList();
    }
}
