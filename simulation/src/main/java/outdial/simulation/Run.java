package outdial.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import outdial.campaign.CampaignRef;
import outdial.dialing.Carriers;
import outdial.functions.phone.NumberingPlans;
import outdial.imports.Phones;
import outdial.memory.Memory;

/// One run of a scenario.
final class Run {
    /// Until the end of the scenario things go wrong; then everything works for so long, which is more than a
    /// call's lease, before the books are looked at.
    private static final Duration SETTLING = Duration.ofMinutes(30);

    /// It remembers what it looked up.
    private static final Phones PHONES = new NumberingPlans();

    private static final int HISTORY = 50_000;
    private static final int HISTORY_OF_MANY = 2_000;

    private final Scenario scenario;
    private final History history;
    private final Stage stage;
    private final Deployment deployment;
    private final Office office;
    private final PhoneNetwork network;
    private final Outages outages;
    private final MadeUpCampaigns ideas;
    private List<JsonNode> wanted = List.of();

    Run(Scenario scenario, Writer ledger) {
        this(scenario, ledger, Tampering.NONE);
    }

    /// @param tampering makes the calls of the ports
    Run(Scenario scenario, Writer ledger, Tampering tampering) {
        this.scenario = scenario;
        this.history = new History(scenario.isBig() ? HISTORY_OF_MANY : HISTORY);
        Random dice = new Random(scenario.seed());
        Schedule schedule = new Schedule(scenario.start(), dice);
        Memory memory = new Memory();
        Troubles troubles = new Troubles(scenario.faults(), dice);
        Duration skew = troubles.mostSkew();
        OwnBooks own = OwnBooks.empty(memory, schedule, Deployment.LAW, skew);
        Watch watch = new Watch(schedule, history, own, skew);
        Carriers carriers = Carriers.of(scenario.carriers());
        this.stage = new Stage(memory, schedule, troubles, watch, carriers);
        Post post = new Post(schedule, troubles, scenario);
        this.outages = new Outages(schedule, troubles, scenario.carriers());
        this.network = new PhoneNetwork(
                schedule,
                troubles,
                new PlacingRules(schedule, own, carriers, skew),
                own,
                new PhoneNetwork.Lines(carriers, outages, scenario.keepsRecords()),
                new Ledger(ledger));
        if (scenario.keepsRecords()) own.past().keepRecords();
        Meddler meddler = new Meddler(stage, tampering);
        this.deployment = new Deployment(stage, post, network, meddler);
        this.office = new Office(stage, deployment, meddler, PHONES);
        this.ideas = new MadeUpCampaigns(scenario, dice);
        post.deliverTo(deployment);
        network.tell(deployment);
    }

    /// What a run came to.
    record Result(
            long calls,
            long retries,
            int mostAtOnce,
            long concluded,
            long effects,
            Duration virtual,
            Map<String, Long> byStatus,
            Map<String, Long> waiting) {}

    /// @throws Violation a rule was broken
    /// @throws IllegalArgumentException the API would refuse one of the campaigns
    Result go() {
        List<CampaignRef> campaigns = prepare();
        stage.troubles().begin();
        outages.come();
        deployment.tick();
        new Operators(stage, deployment, office, ideas, scenario, campaigns).work();
        stage.schedule().at(scenario.end(), Actor.NOBODY, stage.troubles()::end);
        stage.schedule().run(scenario.end().plus(SETTLING));
        Audit.Ends ends = new Audit(stage).of(campaigns);
        return new Result(
                network.calls(),
                network.retries(),
                network.mostAtOnce(),
                stage.watch().own().dials().concluded(),
                stage.watch().effects(),
                Duration.between(scenario.start(), stage.schedule().now()),
                ends.byStatus(),
                ends.waiting());
    }

    /// As the API takes them.
    List<JsonNode> campaigns() {
        return wanted;
    }

    /// The latest events about what a violation is about.
    List<String> history(Violation violation, int latest) {
        return history.about(violation.about(), latest);
    }

    private List<CampaignRef> prepare() {
        office.open(scenario.start());
        if (scenario.isLawless()) office.withoutRules(scenario.start());
        scenario.callers().forEach(office::limit);
        wanted = scenario.campaigns().isEmpty() ? ideas.all() : scenario.campaigns();
        List<CampaignRef> campaigns = wanted.stream()
                .map(campaign -> office.create(campaign, scenario::caller))
                .toList();
        for (int n = 0; n < campaigns.size(); n++) {
            office.add(campaigns.get(n), people(n, campaigns.size()));
            office.start(campaigns.get(n));
        }
        return campaigns;
    }

    /// Given people are in every campaign; of those made up each is in one, and one in five, of a few one in
    /// two, is in the next one too.
    private List<Map<String, String>> people(int campaign, int campaigns) {
        int shared = scenario.isBig() ? 5 : 1 + Math.floorMod(scenario.seed(), 2);
        return scenario.people().orElseGet(() -> {
            if (scenario.isCrowded() && !scenario.isBig())
                return IntStream.range(0, 1 + scenario.contacts() / 4)
                        .mapToObj(Town::row)
                        .toList();
            List<Map<String, String>> rows = new ArrayList<>();
            IntStream.range(0, scenario.contacts())
                    .filter(n -> n % campaigns == campaign || (n % shared == 0 && (n + 1) % campaigns == campaign))
                    .forEach(n -> rows.add(scenario.isBig() ? Map.of("phone", Town.phone(n)) : Town.row(n)));
            return rows;
        });
    }
}
