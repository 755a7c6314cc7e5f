package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import outdial.agent.Agent;
import outdial.agent.Agent.KeyMeaning;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.CampaignType;
import outdial.campaign.Details;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Profile;
import outdial.dialing.CarrierTerms;
import outdial.dialing.Carriers;
import outdial.dialing.Law;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Lane;
import outdial.enrollment.NewEnrollment;
import outdial.functions.phone.NumberingAtlas;
import outdial.functions.phone.NumberingPlans;
import outdial.functions.sqs.ExportMessage;
import outdial.functions.webhook.DeliveryMessage;
import outdial.functions.webhook.Targets;
import outdial.hours.DailyHours;
import outdial.hours.Window;
import outdial.memory.Memory;
import outdial.memory.MemoryAuditTrail;
import outdial.memory.MemoryChunkQueue;
import outdial.memory.MemoryExportFiles;
import outdial.memory.MemoryExports;
import outdial.memory.MemoryLists;
import outdial.memory.MemoryMappings;
import outdial.memory.MemoryWakeups;
import outdial.memory.MemoryWebhooks;
import outdial.memory.TestClock;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Rulebook;
import outdial.workspace.AgentId;
import outdial.workspace.ApiKey;
import outdial.workspace.CallerNumber;
import outdial.workspace.Role;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;

/// The API on books in memory, asked as Lambda asks it. It is Monday, 2 March 2026, 10:00 in New York; each
/// answer is held against openapi.yaml.
final class ApiWorld {
    static final WorkspaceId ACME = new WorkspaceId("acme");
    static final CampaignRef CAMPAIGN = new CampaignRef(ACME, new CampaignId("5f0c9e1b7a3d42c6e8f1"));
    static final AgentId AGENT = new AgentId("6f1d2c3b4a5968778695");
    static final PhoneNumber CALLER = new PhoneNumber("+12025550100");
    static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    static final Window OFFICE_HOURS = Window.weekly(
            ZoneId.of("America/New_York"),
            new DailyHours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0)));

    static final NumberingPlans PHONES = new NumberingPlans();
    private static final Carriers CARRIERS = Carriers.of(List.of(CarrierTerms.perSecond("chime-sdk", 10, 1)));
    static final NumberingAtlas ATLAS = new NumberingAtlas();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    final Contract contract = new Contract();
    final Memory memory = new Memory();
    final MemoryWakeups wakeups = new MemoryWakeups();
    final TestClock clock = new TestClock(NOW);
    final MemoryChunkQueue queue = new MemoryChunkQueue();
    final MemoryLists lists = new MemoryLists(NOW);
    final MemoryMappings mappings = new MemoryMappings();
    final MemoryMailboxes mailboxes = new MemoryMailboxes();
    final outdial.imports.Imports imports = memory.imports();
    final MemoryAuditTrail audit = new MemoryAuditTrail();
    final MemoryWebhooks webhooks = new MemoryWebhooks();
    final List<DeliveryMessage> tests = new ArrayList<>();
    final MemoryExports exports = new MemoryExports();
    final MemoryExportFiles exportFiles = new MemoryExportFiles();
    final List<ExportMessage> asked = new ArrayList<>();
    final Ports ports = new Ports(
            memory.books(),
            memory.agents(),
            new TestDoors(memory, imports, mappings, queue, lists).open(wakeups, clock),
            new Ports.Mail(mailboxes, Optional.of("mail.example.com")),
            memory.slots(),
            memory.progress(),
            wakeups,
            PHONES,
            new MemoryIdempotency(),
            new Ports.Rules(new Law(Rulebook.shipped(), ATLAS), memory.circuits(), CARRIERS, audit),
            new Ports.Hooks(webhooks, Targets.PUBLIC, tests::add),
            new Ports.Files(exports, exportFiles, asked::add),
            Duration.ofMinutes(1),
            clock);
    final Api api = new Api(ports);

    ApiWorld() {
        memory.workspaces().add(workspace(ACME));
        memory.workspaces().add(workspace(new WorkspaceId("other")));
        memory.workspaces().put(ACME, new CallerNumber(CALLER, "Front desk", "chime-sdk", 10));
        memory.workspaces().put(new ApiKey(ACME, "0badc0ffee42", Role.VIEWER, "Old", "00", NOW, Optional.empty()));
        memory.agents()
                .put(new Agent(
                        AGENT,
                        ACME,
                        "Recall",
                        new Agent.Voice("Joanna", "en-US"),
                        new Agent.Script("Hello", "Press a key.", "Goodbye."),
                        Map.of("9", new KeyMeaning(Outcome.DO_NOT_CALL, "Goodbye.")),
                        Map.of()));
    }

    private static Workspace workspace(WorkspaceId id) {
        return new Workspace(id, id.value(), "US", ZoneId.of("America/New_York"), NOW);
    }

    /// An answer; the body of one without is missing.
    record Sent(int status, Map<String, String> headers, JsonNode body) {
        String at(String field) {
            return body.path(field).asText();
        }

        /// `status type field`, such as `422 invalid-value limit`; of an answer that is no problem its status.
        String problem() {
            if (status < 400) return Integer.toString(status);
            String type = at("type").replace("https://outdial.dev/problems/", "");
            return (status + " " + type + " " + at("field")).strip();
        }
    }

    Sent get(String target) {
        return send("GET", target, "");
    }

    Sent post(String target, String body) {
        return send("POST", target, body);
    }

    Sent send(String method, String target, String body) {
        return send(Events.request(method, target, body));
    }

    Sent as(Role role, String method, String target, String body) {
        ObjectNode event = Events.request(method, target, body);
        event.withObject("/requestContext/authorizer/lambda").put("role", role.name());
        return send(event);
    }

    Sent inWorkspace(String workspace, String method, String target, String body) {
        ObjectNode event = Events.request(method, target, body);
        event.withObject("/requestContext/authorizer/lambda").put("workspaceId", workspace);
        return send(event);
    }

    Sent postOnce(String target, String key, String body) {
        ObjectNode event = Events.request("POST", target, body);
        event.withObject("/headers").put("idempotency-key", key);
        event.withObject("/requestContext").put("requestId", UUID.randomUUID().toString());
        return send(event);
    }

    Sent send(JsonNode event) {
        return send(api, event);
    }

    Sent send(Api other, JsonNode event) {
        APIGatewayV2HTTPResponse response = other.answer(Events.http(event));
        String method = event.at("/requestContext/http/method").asText();
        String path = event.path("rawPath").asText();
        check(method, path, response);
        boolean json =
                response.getHeaders().getOrDefault("content-type", "json").contains("json");
        JsonNode body = json ? tree(response.getBody()) : TextNode.valueOf(response.getBody());
        return new Sent(response.getStatusCode(), response.getHeaders(), body);
    }

    private void check(String method, String path, APIGatewayV2HTTPResponse response) {
        boolean routed = response.getStatusCode() != 405 && contract.hasPath(path);
        assertThat(
                        routed
                                ? contract.broken(
                                        contract.operation(method, path),
                                        response.getStatusCode(),
                                        response.getHeaders(),
                                        response.getBody())
                                : contract.brokenProblem(response.getBody()))
                .as("%s %s answers %s", method, path, response.getBody())
                .isEmpty();
    }

    private static JsonNode tree(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The campaign `CAMPAIGN` with all it needs, as a draft.
    Campaign.Draft draft() {
        Settings settings = new Settings(
                "Recall",
                CampaignType.ONE_TIME,
                Optional.of(AGENT),
                List.of(CALLER),
                new Settings.Limits(5, Duration.ZERO),
                RetryRules.DEFAULT,
                Optional.of(OFFICE_HOURS),
                Optional.empty(),
                Optional.empty());
        Campaign.Draft draft = new Campaign.Draft(new Details(CAMPAIGN, settings, NOW, 1, 0));
        memory.campaigns().add(draft);
        return draft;
    }

    Campaign campaign() {
        return memory.campaigns().find(CAMPAIGN).orElseThrow();
    }

    /// Makes `CAMPAIGN` and takes it to a state by the API itself.
    void campaignAfter(String... actions) {
        draft();
        act(actions);
    }

    /// Changes settings of `CAMPAIGN` by the API.
    void edit(String settings) {
        assertThat(send("PATCH", "/v1/campaigns/" + CAMPAIGN.id(), settings).status())
                .isEqualTo(200);
    }

    void act(String... actions) {
        for (String action : actions) {
            assertThat(post("/v1/campaigns/" + CAMPAIGN.id() + "/" + action, "").status())
                    .isEqualTo(200);
        }
    }

    /// Somebody who waits in `CAMPAIGN` to be called.
    Enrollment.Waiting enrolled(String contact, String phone) {
        ContactId id = new ContactId(contact);
        PhoneNumber number = new PhoneNumber(phone);
        Profile profile = new Profile(
                Optional.of(number),
                Optional.empty(),
                Profile.Name.UNKNOWN,
                "",
                Profile.Place.UNKNOWN,
                Set.of(),
                "",
                "",
                OptionalInt.empty(),
                Map.of());
        memory.contacts().claim(ACME, List.of(AddressClaim.phone(number, id)));
        memory.contacts().add(List.of(new Contact(id, ACME, profile, Set.of(CAMPAIGN.id()), 1, NOW)));
        CallingGroup group = memory.groups()
                .ensure(CAMPAIGN.id(), CallingGroup.of(Area.of(List.of("America/New_York"), List.of("US")), 1));
        Lane lane = group.laneOf(contact);
        Enrollment.Waiting waiting = new Enrollment.Waiting(new Enrolled(CAMPAIGN, id, number, lane, NOW), NOW, lane);
        memory.enrollments().add(List.of(new NewEnrollment(waiting, "test#" + contact, Map.of())));
        return waiting;
    }
}
