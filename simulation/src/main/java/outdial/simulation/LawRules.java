package outdial.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outdial.campaign.CampaignRef;
import outdial.campaign.Settings;
import outdial.contact.Profile;
import outdial.dialing.Law;
import outdial.phone.PhoneNumber;
import outdial.simulation.Lawbook.Wishes;
import outdial.simulation.Statutes.Statute;

/// What the law and a campaign's window allow at a moment, by any of the settings and switches that a dialer could
/// have read which is on its way then.
final class LawRules {
    private final Lawbook lawbook;
    private final CampaignStates campaigns;
    private final PolicyStates policies;

    LawRules(Law law, CampaignStates campaigns, PolicyStates policies) {
        this.lawbook = new Lawbook(law);
        this.campaigns = campaigns;
        this.policies = policies;
    }

    /// Somebody whom a campaign wants to call.
    record Callee(CampaignRef campaign, PhoneNumber phone, Profile profile) {}

    /// `now` is when the carrier is asked, `at` the moment that counts.
    boolean isOpen(Callee callee, Instant now, Instant at) {
        return wishes(callee.campaign(), now).stream()
                .anyMatch(wishes -> lawbook.isKnown(callee.phone(), callee.profile(), wishes, now)
                        && clockOf(callee, wishes, now).isOpen(at));
    }

    /// By what counts at this very moment, without tolerance.
    boolean isSurelyOpen(Callee callee, Instant at) {
        return wishes(callee.campaign(), at).stream()
                .allMatch(wishes -> lawbook.isKnown(callee.phone(), callee.profile(), wishes, at)
                        && clockOf(callee, wishes, at).isOpen(at));
    }

    /// Which rule one more call now would break, that was written down as the `effect`-th effect.
    Optional<Statute> tooOften(Callee callee, Frequency frequency, Instant now, long effect) {
        List<Optional<Statute>> broken = wishes(callee.campaign(), now).stream()
                .map(wishes -> lawbook.statutesFor(callee.phone(), callee.profile(), wishes, now))
                .map(statutes -> frequency.brokenBy(callee.phone(), statutes, now, effect))
                .toList();
        return broken.stream().allMatch(Optional::isPresent) ? broken.getFirst() : Optional.empty();
    }

    /// In words, for a violation.
    String clockOf(Callee callee, Instant now) {
        return clockOf(callee, wishes(callee.campaign(), now).getFirst(), now).toString();
    }

    private WallClock clockOf(Callee callee, Wishes wishes, Instant now) {
        return lawbook.clockOf(callee.phone(), callee.profile(), wishes, now);
    }

    private List<Wishes> wishes(CampaignRef campaign, Instant now) {
        Instant then = now.minus(PlacingRules.ON_ITS_WAY);
        List<Settings> settings = campaigns.runningSince(campaign, then);
        return policies.since(then).stream()
                .flatMap(switches -> settings.stream().map(one -> new Wishes(one, switches)))
                .toList();
    }
}
