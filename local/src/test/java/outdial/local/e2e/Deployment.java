package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.functions.Bootstrap;
import outdial.functions.Environment;
import outdial.local.LocalCloud;
import outdial.local.LocalStack;
import outdial.local.Options;
import outdial.local.demo.Api;
import outdial.local.demo.Audit;
import outdial.local.demo.Books;
import outdial.local.demo.Promises;
import outdial.local.telephony.Ledger;
import outdial.local.telephony.NetworkSettings;
import outdial.local.telephony.People;
import outdial.local.telephony.PhoneNetwork;
import outdial.local.telephony.Quotas;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Outdial on a local cloud of its own with people to call, driven through its real doors.
final class Deployment implements AutoCloseable {
    static final String WORKSPACE = "clinic";
    static final String CALLER = "+12025550100";
    private static final Map<String, String> KEYS = Map.of("1", "INTERESTED", "9", "DO_NOT_CALL");
    private static final double TIME_SCALE = 1.0 / 200;
    private static final int SCHEDULE_SPEED = 60;

    /// So many calls are placed with nobody on do-not-call who must not be.
    private static final Map<String, String> PARAMETERS = Map.of(
            "SipMediaApplicationId", "d3305d3d-0000-4000-8000-000000000000",
            "MailDomain", "mail.outdial.localhost",
            "CarrierCallsPerSecond", "100",
            "CarrierActiveCalls", "100",
            "ConnectInstanceId", "8c3f1a52-0000-4000-8000-000000000001",
            "ConnectContactFlowId", "8c3f1a52-0000-4000-8000-000000000002",
            "ConnectCallsPerSecond", "100",
            "ConnectActiveCalls", "100",
            "WebhookTargets", "ANY");

    final MovableClock clock;
    final LocalCloud cloud;
    final PhoneNetwork network;
    final Api api;

    private Deployment(MovableClock clock, LocalCloud cloud, PhoneNetwork network) {
        this.clock = clock;
        this.cloud = cloud;
        this.network = network;
        this.api = new Api(cloud.apiUrl(), open(WORKSPACE));
    }

    /// Opens a workspace and answers its first key.
    String open(String workspace) {
        return new Bootstrap(new Environment(cloud.environmentOf("Api"), clock))
                .open(new WorkspaceId(workspace), "Clinic", "US", ZoneId.of("America/New_York"));
    }

    static Deployment with(People people) throws IOException {
        return start(people, Optional.empty(), Optional.empty(), new MovableClock());
    }

    /// The phone network takes no more than this, whatever the deployment believes.
    static Deployment with(People people, Quotas quotas) throws IOException {
        return start(people, Optional.of(quotas), Optional.empty(), new MovableClock());
    }

    static Deployment keptIn(Path data, People people, MovableClock clock) throws IOException {
        return start(people, Optional.empty(), Optional.of(data), clock);
    }

    /// As if it were that time now.
    static Deployment at(Instant now, People people) throws IOException {
        MovableClock clock = new MovableClock();
        clock.advance(Duration.between(clock.instant(), now));
        var network = new PhoneNetwork(NetworkSettings.usual().withTimeScale(TIME_SCALE), people);
        return new Deployment(
                clock, LocalCloud.start(LocalStack.keeping(options(network).at(now))), network);
    }

    /// The Chime SDK keeps call detail records, and they are read.
    static Deployment keepingCallRecords(People people) throws IOException {
        MovableClock clock = new MovableClock();
        var network = new PhoneNetwork(NetworkSettings.usual().withTimeScale(TIME_SCALE), people);
        Map<String, String> parameters = new HashMap<>(PARAMETERS);
        parameters.put("CallDetailRecordsBucket", "call-records");
        Options options = options(network).with(parameters).at(clock);
        return new Deployment(clock, LocalCloud.start(LocalStack.keeping(options)), network);
    }

    private static Deployment start(People people, Optional<Quotas> quotas, Optional<Path> data, MovableClock clock)
            throws IOException {
        NetworkSettings settings = NetworkSettings.usual().withTimeScale(TIME_SCALE);
        if (quotas.isPresent()) settings = settings.withQuotas(quotas.get());
        if (data.isPresent()) settings = settings.keptIn(data.get().resolve("phone"));
        var network = new PhoneNetwork(settings, people);
        Options options = options(network).at(clock);
        if (data.isPresent()) options = options.keptIn(data.get());
        return new Deployment(clock, LocalCloud.start(LocalStack.keeping(options)), network);
    }

    private static Options options(PhoneNetwork network) {
        return Options.of(Path.of("..", "template.yaml"))
                .with(PARAMETERS)
                .scheduledFaster(SCHEDULE_SPEED)
                .enforcingRoles()
                .attaching(network);
    }

    Ledger ledger() {
        return network.ledger();
    }

    /// A draft that may call at any hour, with two retries a second apart, and `more` of the API's fields.
    String campaign(int concurrency, Map<String, ?> more) throws IOException {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name", "Check-ups",
                "agentId", agent(),
                "callerNumbers", List.of(CALLER),
                "concurrency", concurrency,
                "retries", Map.of("maxRetries", 2, "retryDelaySeconds", 1),
                "window", roundTheClock()));
        body.putAll(more);
        api.put("/caller-numbers/" + Api.escaped(CALLER), Map.of("label", "Desk", "concurrency", 50));
        return api.post("/campaigns", body).path("id").asText();
    }

    /// The caller number belongs to this carrier from now on.
    void callBy(String carrier) throws IOException {
        api.put(
                "/caller-numbers/" + Api.escaped(CALLER),
                Map.of("label", "Desk", "concurrency", 50, "carrier", carrier));
    }

    private String agent() throws IOException {
        Map<String, ?> agent = Map.of(
                "name", "Anna",
                "greeting", "Hello {{first_name}}, press 1 if you would like an appointment, 9 to stop these calls.");
        return api.post("/agents", agent).path("id").asText();
    }

    /// Open but for the last minute before the edge, which is put half a day away.
    private Map<String, ?> roundTheClock() {
        String edge = clock.instant()
                .atZone(ZoneId.of("UTC"))
                .plusHours(12)
                .toLocalTime()
                .toString()
                .substring(0, 5);
        List<String> days = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
        return Map.of("timeZone", "Etc/UTC", "days", days, "start", edge, "end", edge);
    }

    /// Puts a list where `aws s3 cp` would, and answers its import once that is over.
    JsonNode drop(String campaign, String csv) throws IOException {
        String bucket = cloud.environmentOf("ImportPlanner").getOrDefault("IMPORTS_BUCKET", "");
        Set<String> before = imports().keySet();
        try (S3Client s3 = cloud.clients().s3()) {
            s3.putObject(
                    put -> put.bucket(bucket).key("imports/" + WORKSPACE + "/" + campaign + "/list.csv"),
                    RequestBody.fromString(csv));
        }
        Patiently.until(
                "the import is over",
                () -> newImport(before).filter(one -> !isOpen(one)).isPresent());
        return newImport(before).orElseThrow();
    }

    /// Of lists of the same second nobody knows which is the newest.
    private Optional<JsonNode> newImport(Set<String> before) throws IOException {
        return imports().entrySet().stream()
                .filter(one -> !before.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Map<String, JsonNode> imports() throws IOException {
        return api.all("/imports").stream()
                .collect(Collectors.toUnmodifiableMap(one -> one.path("id").asText(), one -> one));
    }

    private static boolean isOpen(JsonNode imported) {
        return !List.of("COMPLETED", "FAILED").contains(imported.path("status").asText());
    }

    void start(String campaign) throws IOException {
        api.post("/campaigns/" + campaign + "/start");
    }

    String status(String campaign) throws IOException {
        return api.get("/campaigns/" + campaign).path("status").asText();
    }

    void awaitCompleted(String campaign) {
        Patiently.until(
                "campaign " + campaign + " is completed", () -> status(campaign).equals("COMPLETED"));
    }

    void awaitCalls(int calls) {
        Patiently.until(calls + " calls were placed", () -> ledger().calls().size() >= calls);
    }

    JsonNode progress(String campaign) throws IOException {
        return api.get("/campaigns/" + campaign + "/progress");
    }

    /// Waits until as many contacts are counted under these names: the counters follow the calls by a moment.
    void awaitCounts(String campaign, Map<String, Integer> wanted) {
        Patiently.until("the counters say " + wanted, () -> {
            JsonNode counts = progress(campaign).path("counts");
            return wanted.entrySet().stream()
                    .allMatch(one -> counts.path(one.getKey()).asInt() == one.getValue());
        });
    }

    /// The books agree with the network's ledger, and no promise was broken.
    void assertBooksAgree(String campaign, int concurrency, Map<String, Instant> doNotCall) throws IOException {
        assertThat(disagreements(campaign, concurrency, doNotCall)).isEmpty();
        assertThat(ledger().violations()).isEmpty();
        assertThat(ledger().overlapping()).isEmpty();
    }

    /// What books and ledger disagree about, each as a sentence.
    List<String> disagreements(String campaign, int concurrency, Map<String, Instant> doNotCall) throws IOException {
        Promises promises = new Promises(concurrency, 3, doNotCall, KEYS);
        return Audit.of(ledger().calls(), Books.of(api, campaign), promises);
    }

    /// Long enough that every lease is over, and the next tick heals.
    void leasesEnd() {
        clock.advance(Duration.ofMinutes(20));
    }

    @Override
    public void close() {
        api.close();
        cloud.stop();
        assertThat(cloud.refusals()).isEmpty();
    }
}
