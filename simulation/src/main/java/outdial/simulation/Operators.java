package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;
import outdial.campaign.ExecutionMode;
import outdial.campaign.Settings;
import outdial.contact.Profile;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.phone.PhoneNumber;
import outdial.simulation.Faults.Kind;

/// People at the console and programs at the API, who do all that is allowed at random moments.
final class Operators {
    private static final Duration OFTEN = Duration.ofMinutes(4);
    private static final Duration SELDOM = Duration.ofHours(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_MISTAKE = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(90);
    private static final int MOST_AT_ONCE = 5;

    private final Stage stage;
    private final Deployment deployment;
    private final Office office;
    private final MadeUpCampaigns ideas;
    private final Scenario scenario;
    private final List<CampaignRef> campaigns;
    private final Random dice;
    private final Overseers overseers;
    private final Clerks clerks;
    private final Edits edits;

    Operators(
            Stage stage,
            Deployment deployment,
            Office office,
            MadeUpCampaigns ideas,
            Scenario scenario,
            List<CampaignRef> campaigns) {
        this.stage = stage;
        this.deployment = deployment;
        this.office = office;
        this.ideas = ideas;
        this.scenario = scenario;
        this.campaigns = campaigns;
        this.dice = stage.troubles().dice();
        this.overseers = new Overseers(stage, deployment, office, scenario);
        this.clerks = new Clerks(stage, deployment);
        this.edits = new Edits(dice);
    }

    /// From now on, until troubles end.
    void work() {
        release();
        meddle();
    }

    private void meddle() {
        if (!stage.troubles().has(Kind.OPERATORS)) return;
        Duration most = scenario.faults().level() == Faults.Level.HIGH ? OFTEN : SELDOM;
        later(stage.troubles().upTo(most), () -> {
            meddle();
            if (stage.troubles().has(Kind.OPERATORS)) act(dice.nextInt(36));
        });
    }

    private void act(int what) {
        CampaignRef campaign = campaigns.get(dice.nextInt(campaigns.size()));
        Optional<CampaignRef> done = nearlyDone();
        if (done.isPresent() && dice.nextBoolean()) {
            add(done.get());
            return;
        }
        switch (what) {
            case 0, 1, 2, 3, 4 -> pause(campaign);
            case 5 -> {
                if (dice.nextInt(4) == 0) cancel(campaign);
            }
            case 6, 7, 8 -> stop(1);
            case 9 -> stop(MOST_AT_ONCE);
            case 10, 11 -> allow();
            case 12, 13 -> add(campaign);
            case 14, 15 -> addEverywhere();
            case 16, 17, 18, 19 -> edit(somebody());
            case 20, 21, 22 -> clerks.disable(campaign);
            case 23, 24 -> clerks.skip(campaign);
            case 25, 26, 27, 28 -> hurry(busiest());
            default -> overseers.act();
        }
    }

    /// Somebody starts all outreaches of the MANUAL campaigns now and then.
    private void release() {
        later(stage.troubles().upTo(LONGEST_WAIT), () -> {
            release();
            campaigns.forEach(this::release);
        });
    }

    private void release(CampaignRef ref) {
        Campaign campaign = campaigns().find(ref).orElseThrow();
        if (campaign.settings().mode() != ExecutionMode.MANUAL || !(campaign instanceof Campaign.Active active)) return;
        if (campaigns().change(active, active.release(stage.schedule().instant())))
            deployment.wakeups().look(ref, Duration.ZERO);
    }

    /// Somebody's entry in the address book changes.
    private void edit(PhoneNumber phone) {
        stage.memory().contacts().byPhone(Office.WORKSPACE, phone).ifPresent(contact -> {
            Profile to = edits.of(contact.profile());
            stage.memory().contacts().replace(contact, to);
            stage.watch().own().people().edited(contact, to, stage.schedule().now());
        });
    }

    private void pause(CampaignRef ref) {
        if (campaigns().find(ref).orElseThrow() instanceof Campaign.Pausable running) {
            boolean _ = campaigns().change(running, running.pause());
        }
        if (dice.nextBoolean()) later(stage.troubles().upTo(LONGEST_PAUSE), () -> edit(ref));
        resumeLater(ref);
    }

    /// Pauses, edits and resumes in a moment, while messages to dialers are under way; takes it back later.
    private void hurry(CampaignRef ref) {
        Settings before = campaigns().find(ref).orElseThrow().settings();
        hurry(ref, office.edited(before, ideas.hurriedEdit(stage.schedule().now())));
        later(stage.troubles().upTo(LONGEST_MISTAKE), () -> hurry(ref, before));
    }

    private void hurry(CampaignRef ref, Settings to) {
        Campaign campaign = campaigns().find(ref).orElseThrow();
        if (!(campaign instanceof Campaign.Pausable running) || !campaigns().change(running, running.pause())) return;
        if (campaigns().find(ref).orElseThrow() instanceof Campaign.Editable editable) {
            boolean _ = campaigns().change(editable, editable.with(to));
        }
        resume(ref);
    }

    /// With the most contacts on their way to a call.
    private CampaignRef busiest() {
        return Collections.max(
                campaigns,
                Comparator.comparingInt(ref -> stage.memory()
                        .enrollments()
                        .leased(ref.id(), scenario.contacts())
                        .size()));
    }

    private void resumeLater(CampaignRef ref) {
        later(stage.troubles().upTo(LONGEST_PAUSE), () -> resume(ref));
    }

    private void resume(CampaignRef ref) {
        Campaign campaign = campaigns().find(ref).orElseThrow();
        if (!(campaign instanceof Campaign.Resumable paused)) return;
        if (campaigns().change(campaign, paused.resume(stage.schedule().instant())))
            deployment.wakeups().look(ref, Duration.ZERO);
        else resumeLater(ref);
    }

    private void edit(CampaignRef ref) {
        Campaign campaign = campaigns().find(ref).orElseThrow();
        if (campaign instanceof Campaign.Editable editable) {
            boolean _ = campaigns().change(campaign, editable.with(office.edited(campaign.settings(), ideas.edit())));
        }
    }

    private void cancel(CampaignRef ref) {
        if (campaigns().find(ref).orElseThrow() instanceof Campaign.Cancellable open) {
            boolean _ = campaigns().change(open, open.cancel());
        }
    }

    private void stop(int people) {
        for (int n = 0; n < people; n++) {
            deployment
                    .optOuts()
                    .stop(new DoNotCallEntry(
                            Office.WORKSPACE,
                            somebody(),
                            Set.of(Channel.PHONE),
                            people == 1 ? "API" : "IMPORT",
                            "asked",
                            stage.schedule().instant()));
        }
    }

    private void allow() {
        boolean _ = deployment.books().doNotCall().remove(Office.WORKSPACE, somebody());
    }

    private void add(CampaignRef campaign) {
        office.add(campaign, newcomers());
    }

    /// The same people at the same time, so that campaigns reach for them together.
    private void addEverywhere() {
        List<Map<String, String>> people = newcomers();
        campaigns.forEach(campaign -> later(Duration.ZERO, () -> office.add(campaign, people)));
    }

    private List<Map<String, String>> newcomers() {
        int first = scenario.contacts() + dice.nextInt(scenario.contacts() * 4);
        return IntStream.rangeClosed(first, first + dice.nextInt(MOST_AT_ONCE))
                .mapToObj(Town::row)
                .toList();
    }

    /// One that is about to complete: a late contact keeps it open.
    private Optional<CampaignRef> nearlyDone() {
        return campaigns.stream()
                .filter(ref -> stage.watch().own().campaigns().now(ref) instanceof Campaign.InProgress)
                .filter(ref -> stage.watch().own().tallies().of(ref.id()).unfinished() == 0)
                .findFirst();
    }

    /// Often one who is about to be called: that is when it matters.
    private PhoneNumber somebody() {
        List<PhoneNumber> onTheirWay = campaigns.stream()
                .flatMap(ref -> stage.memory().enrollments().leased(ref.id(), scenario.contacts()).stream())
                .filter(Enrollment.Queued.class::isInstance)
                .map(leased -> leased.who().phone())
                .toList();
        return onTheirWay.isEmpty() || dice.nextInt(3) == 0
                ? anybody()
                : onTheirWay.get(dice.nextInt(onTheirWay.size()));
    }

    private PhoneNumber anybody() {
        return new PhoneNumber(Town.phone(dice.nextInt(scenario.contacts())));
    }

    private Campaigns campaigns() {
        return deployment.books().campaigns();
    }

    private void later(Duration wait, Runnable what) {
        Instant at = stage.schedule().now().plus(wait);
        Actor operator = new Actor(Actor.OPERATOR, stage.troubles().skew(), Instant.MAX);
        stage.schedule().at(at, operator, () -> {
            boolean _ = Deployment.unlessItDies(what);
        });
    }
}
