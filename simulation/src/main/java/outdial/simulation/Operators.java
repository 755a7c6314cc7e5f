package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments;
import outdial.phone.PhoneNumber;
import outdial.simulation.Faults.Kind;
import outdial.workspace.Stop;

/// People at the console and programs at the API, who do all that is allowed at random moments.
final class Operators {
    private static final Duration OFTEN = Duration.ofMinutes(4);
    private static final Duration SELDOM = Duration.ofHours(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(20);
    private static final int MOST_AT_ONCE = 5;

    private final Stage stage;
    private final Deployment deployment;
    private final Office office;
    private final MadeUpCampaigns ideas;
    private final Scenario scenario;
    private final List<CampaignRef> campaigns;
    private final Random dice;

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
    }

    /// From now on, until troubles end.
    void work() {
        if (!stage.troubles().has(Kind.OPERATORS)) return;
        Duration most = scenario.faults().level() == Faults.Level.HIGH ? OFTEN : SELDOM;
        later(stage.troubles().upTo(most), () -> {
            work();
            if (stage.troubles().has(Kind.OPERATORS)) act(dice.nextInt(22));
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
            case 6, 7, 8, 9 -> stop(1);
            case 10 -> stop(MOST_AT_ONCE);
            case 11, 12 -> allow();
            case 13, 14 -> add(campaign);
            case 15, 16 -> addEverywhere();
            case 17 -> emergency();
            case 18, 19 -> disable(campaign);
            default -> relimit();
        }
    }

    private void pause(CampaignRef ref) {
        if (campaigns().find(ref).orElseThrow() instanceof Campaign.Pausable running) {
            boolean _ = campaigns().change(running, running.pause());
        }
        if (dice.nextBoolean()) later(stage.troubles().upTo(LONGEST_PAUSE), () -> edit(ref));
        resumeLater(ref);
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
                .mapToObj(n -> Map.of("phone", Town.phone(n)))
                .toList();
    }

    /// One that is about to complete: a late contact keeps it open.
    private Optional<CampaignRef> nearlyDone() {
        return campaigns.stream()
                .filter(ref -> stage.watch().campaigns().now(ref) instanceof Campaign.InProgress)
                .filter(ref -> stage.watch().tallies().of(ref.id()).unfinished() == 0)
                .findFirst();
    }

    /// Somebody, of whom it is not sure that they wait; three of four for a while only.
    private void disable(CampaignRef ref) {
        List<Enrollment> all = stage.memory().enrollments().all(ref.id());
        if (all.isEmpty()) return;
        EnrollmentId id = all.get(dice.nextInt(all.size())).id();
        if (enrollments().find(id).orElseThrow() instanceof Enrollment.Waiting waiting) {
            boolean _ = enrollments().change(waiting, waiting.hold("by hand"));
            if (dice.nextInt(4) > 0) later(stage.troubles().upTo(LONGEST_PAUSE), () -> enable(ref, id));
        }
    }

    private void enable(CampaignRef ref, EnrollmentId id) {
        Campaign campaign = campaigns().find(ref).orElseThrow();
        if (!campaign.takesContacts() || !(enrollments().find(id).orElseThrow() instanceof Enrollment.Held held))
            return;
        if (enrollments().enable(held, campaign)) deployment.wakeups().look(ref, Duration.ZERO);
    }

    private void emergency() {
        Stop stop = new Stop("simulated", "operator", stage.schedule().instant());
        deployment.books().policies().stop(Office.WORKSPACE, Optional.of(stop));
        goOnLater();
    }

    /// Tries until it is done: nothing else ends a stop.
    private void goOnLater() {
        later(stage.troubles().upTo(LONGEST_STOP), () -> {
            if (!Deployment.unlessItDies(() -> deployment.books().policies().stop(Office.WORKSPACE, Optional.empty())))
                goOnLater();
        });
    }

    private void relimit() {
        String number = MadeUpCampaigns.CALLERS.get(dice.nextInt(MadeUpCampaigns.CALLERS.size()));
        office.limit(number, stage.terms().name(), 1 + dice.nextInt(scenario.callerNumberLimit() * 2));
    }

    /// Often one who is about to be called: that is when it matters.
    private PhoneNumber somebody() {
        CampaignRef campaign = campaigns.get(dice.nextInt(campaigns.size()));
        List<Enrollment.Leased> called =
                stage.memory().enrollments().expired(campaign.id(), Instant.MAX, scenario.contacts());
        return called.isEmpty() || dice.nextInt(3) == 0
                ? anybody()
                : called.get(dice.nextInt(called.size())).who().phone();
    }

    private PhoneNumber anybody() {
        return new PhoneNumber(Town.phone(dice.nextInt(scenario.contacts())));
    }

    private Enrollments enrollments() {
        return deployment.books().enrollments();
    }

    private Campaigns campaigns() {
        return deployment.books().campaigns();
    }

    private void later(Duration wait, Runnable what) {
        Instant at = stage.schedule().now().plus(wait);
        Actor operator = new Actor("operator", stage.troubles().skew(), Instant.MAX);
        stage.schedule().at(at, operator, () -> {
            boolean _ = Deployment.unlessItDies(what);
        });
    }
}
