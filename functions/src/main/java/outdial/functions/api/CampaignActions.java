package outdial.functions.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.campaign.Campaign;
import outdial.campaign.Campaign.Starting;
import outdial.campaign.Campaigns;
import outdial.campaign.ExecutionMode;
import outdial.campaign.Settings;
import outdial.dialing.Wakeups;
import outdial.rules.Policies;

/// What can be done to a campaign as a whole. Each is one conditional write; who loses the race looks again,
/// once.
final class CampaignActions {
    private static final int MOST_TRIES = 2;

    private final Campaigns campaigns;
    private final CampaignLookup lookup;
    private final SettingsReader settings;
    private final WindowCheck windows;
    private final Policies policies;
    private final Wakeups wakeups;
    private final InstantSource clock;

    CampaignActions(Ports ports, PhoneFields phones) {
        this.campaigns = ports.books().campaigns();
        this.lookup = new CampaignLookup(campaigns);
        this.settings = new SettingsReader(ports.books().workspaces(), ports.agents(), phones);
        this.windows = WindowCheck.of(ports);
        this.policies = ports.books().policies();
        this.wakeups = ports.wakeups();
        this.clock = ports.clock();
    }

    Answer start(Request request) {
        boolean rulesOn = policies.of(request.workspace()).switches().rulesOn();
        return awake(request, changed(request, campaign -> started(campaign, rulesOn)));
    }

    Answer edit(Request request) {
        Fields body = request.body(SettingsReader.FIELDS);
        return answer(changed(
                request,
                campaign -> campaign instanceof Campaign.Editable editable
                        ? editable.with(changed(request, body, campaign.settings()))
                        : refuse(campaign, "edited")));
    }

    private Settings changed(Request request, Fields body, Settings now) {
        Settings wanted = settings.change(request.workspace(), body, now);
        return windows.checked(request.workspace(), body, wanted, request.time());
    }

    /// Whoever waits now is called; who comes later waits for the next time.
    Answer startOutreaches(Request request) {
        return awake(request, changed(request, campaign -> released(campaign, clock.instant())));
    }

    private static Campaign released(Campaign campaign, Instant now) {
        ExecutionMode mode = campaign.settings().mode();
        if (mode != ExecutionMode.MANUAL) {
            throw Refusal.of(
                    ProblemType.ACTION_NOT_ALLOWED,
                    "Only the outreaches of a MANUAL campaign are started by hand; this one is " + mode
                            + " and calls by itself.");
        }
        return campaign instanceof Campaign.Active active
                ? active.release(now)
                : refuse(campaign, "told to start its outreaches");
    }

    Answer pause(Request request) {
        return answer(changed(
                request,
                campaign -> campaign instanceof Campaign.Pausable pausable
                        ? pausable.pause()
                        : refuse(campaign, "paused")));
    }

    Answer resume(Request request) {
        return awake(
                request,
                changed(
                        request,
                        campaign -> campaign instanceof Campaign.Resumable resumable
                                ? resumable.resume(clock.instant())
                                : refuse(campaign, "resumed")));
    }

    Answer cancel(Request request) {
        return answer(changed(
                request,
                campaign -> campaign instanceof Campaign.Cancellable cancellable
                        ? cancellable.cancel()
                        : refuse(campaign, "cancelled")));
    }

    Answer archive(Request request) {
        return answer(changed(
                request,
                campaign -> campaign instanceof Campaign.Archivable archivable
                        ? archivable.archive()
                        : refuse(campaign, "archived")));
    }

    private static Campaign started(Campaign campaign, boolean rulesOn) {
        if (!(campaign instanceof Campaign.Startable startable)) return refuse(campaign, "started");
        return switch (startable.start(rulesOn)) {
            case Starting.Started(Campaign.Scheduled scheduled) -> scheduled;
            case Starting.Lacking(List<String> fields) ->
                throw Refusal.at(
                        fields.getFirst(),
                        ProblemType.CAMPAIGN_INCOMPLETE,
                        "The campaign cannot start without " + String.join(", ", fields)
                                + "; set what is missing with PATCH /v1/campaigns/{campaignId}, then start it.");
        };
    }

    private Campaign changed(Request request, Change change) {
        for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
            Campaign from = lookup.find(request);
            if (campaigns.change(from, change.of(from))) return lookup.find(request);
        }
        throw Refusal.of(
                ProblemType.CHANGED_MEANWHILE, "The campaign was changed at the same time; look at it and try again.");
    }

    private Answer awake(Request request, Campaign campaign) {
        Awakening.look(wakeups, request, campaign.ref(), Duration.ZERO);
        return answer(campaign);
    }

    private static Answer answer(Campaign campaign) {
        return Answer.ok(CampaignJson.of(campaign));
    }

    private static Campaign refuse(Campaign campaign, String action) {
        List<String> allowed = allowed(campaign);
        String advice = allowed.isEmpty() ? "it is final" : "it can be " + String.join(", ", allowed);
        throw Refusal.of(
                ProblemType.ACTION_NOT_ALLOWED,
                "A campaign that is " + campaign.status() + " cannot be " + action + "; " + advice + ".");
    }

    private static List<String> allowed(Campaign campaign) {
        return Stream.of(
                        word(campaign instanceof Campaign.Startable, "started"),
                        word(campaign instanceof Campaign.Pausable, "paused"),
                        word(campaign instanceof Campaign.Resumable, "resumed"),
                        word(campaign instanceof Campaign.Editable, "edited"),
                        word(campaign instanceof Campaign.Cancellable, "cancelled"),
                        word(campaign instanceof Campaign.Archivable, "archived"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> word(boolean allowed, String word) {
        return allowed ? Optional.of(word) : Optional.empty();
    }

    /// What a campaign becomes.
    private interface Change {
        /// @throws Refusal its state does not allow it
        Campaign of(Campaign campaign);
    }
}
