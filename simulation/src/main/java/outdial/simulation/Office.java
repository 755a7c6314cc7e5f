package outdial.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import outdial.agent.Agent;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.Details;
import outdial.campaign.Settings;
import outdial.functions.api.CampaignSettings;
import outdial.functions.phone.NumberingAtlas;
import outdial.imports.Books;
import outdial.imports.Desk;
import outdial.imports.ImportId;
import outdial.imports.Options;
import outdial.imports.Phones;
import outdial.imports.RowsImporter;
import outdial.imports.Target;
import outdial.memory.Interposed;
import outdial.memory.Memory;
import outdial.memory.MemoryChunkQueue;
import outdial.memory.MemoryMappings;
import outdial.memory.MemoryReports;
import outdial.rules.Switches;
import outdial.workspace.AgentId;
import outdial.workspace.CallerNumber;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;

/// What people do with a workspace before and between calls: sets it up, makes campaigns, adds contacts; by the
/// code that the API uses.
final class Office {
    static final WorkspaceId WORKSPACE = new WorkspaceId("town");
    private static final Map<String, Agent.KeyMeaning> KEYS =
            Map.of(Agent.OPT_OUT_KEY, new Agent.KeyMeaning(Outcome.DO_NOT_CALL, "We will not call again."));

    private final Memory memory;
    private final outdial.dialing.Books books;
    private final Schedule schedule;
    private final CampaignSettings settings;
    private final RowsImporter importer;
    private long requests;

    Office(Stage stage, Deployment deployment, Interposed.Around around, Phones phones) {
        this.memory = stage.memory();
        this.books = deployment.books();
        this.schedule = stage.schedule();
        this.settings = new CampaignSettings(memory.workspaces(), memory.agents(), phones);
        Books imports = new Books(
                books.workspaces(),
                books.campaigns(),
                Interposed.on(outdial.imports.Imports.class, memory.imports(), around),
                books.contacts(),
                books.doNotCall(),
                books.groups(),
                books.enrollments());
        Desk desk = new Desk(phones, new NumberingAtlas(), new MemoryReports(), deployment.wakeups(), schedule);
        this.importer = new RowsImporter(imports, new MemoryMappings(), desk, new MemoryChunkQueue());
    }

    void open(Instant at) {
        boolean _ = memory.workspaces().add(new Workspace(WORKSPACE, "Town", "US", ZoneId.of("America/New_York"), at));
    }

    void withoutRules(Instant at) {
        boolean _ = books.policies()
                .change(
                        WORKSPACE,
                        Switches.UNTOUCHED,
                        Switches.UNTOUCHED.withAllOff(new Switches.Waiver("simulated", "simulation", at)));
    }

    void limit(CallerNumber number) {
        books.workspaces().put(WORKSPACE, number);
    }

    /// Makes what the campaign names: its agent, and those of its caller numbers that are not there.
    ///
    /// @throws IllegalArgumentException the API would refuse the campaign
    CampaignRef create(JsonNode campaign, Function<String, CallerNumber> callers) {
        memory.agents().put(agent(campaign.path("agentId").asText("anna")));
        for (JsonNode text : campaign.path("callerNumbers")) {
            CallerNumber number = callers.apply(text.asText());
            if (memory.workspaces().callerNumber(WORKSPACE, number.phone()).isEmpty()) limit(number);
        }
        Settings wanted = settings.create(WORKSPACE, campaign);
        CampaignRef ref = new CampaignRef(WORKSPACE, new CampaignId(wanted.name()));
        books.campaigns().add(new Campaign.Draft(new Details(ref, wanted, schedule.now(), 1, 0)));
        return ref;
    }

    private static Agent agent(String id) {
        return new Agent(
                new AgentId(id),
                WORKSPACE,
                id,
                new Agent.Voice("Joanna", "en-US"),
                new Agent.Script("Hello.", "Press a key.", "Goodbye."),
                KEYS,
                Map.of());
    }

    /// @throws IllegalArgumentException it lacks something
    void start(CampaignRef ref) {
        if (!(books.campaigns().find(ref).orElseThrow() instanceof Campaign.Draft draft)) return;
        switch (draft.start()) {
            case Campaign.Starting.Started(Campaign.Scheduled scheduled) -> {
                boolean _ = books.campaigns().change(draft, scheduled);
            }
            case Campaign.Starting.Lacking(List<String> fields) ->
                throw new IllegalArgumentException(ref.id() + " cannot start without " + String.join(", ", fields));
        }
    }

    /// As many requests as it takes.
    void add(CampaignRef campaign, List<Map<String, String>> rows) {
        for (int from = 0; from < rows.size(); from += RowsImporter.MOST_ROWS) {
            requests++;
            List<Map<String, String>> some =
                    new ArrayList<>(rows.subList(from, Math.min(rows.size(), from + RowsImporter.MOST_ROWS)));
            RowsImporter.Answer _ = importer.add(new RowsImporter.Request(
                    ImportId.of(schedule.now(), "simulation", Long.toString(requests)),
                    WORKSPACE,
                    new Target.InCampaign(campaign.id()),
                    "operator",
                    Options.USUAL,
                    some));
        }
    }

    Settings edited(Settings now, JsonNode change) {
        return settings.change(WORKSPACE, change, now);
    }
}
