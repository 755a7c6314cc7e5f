package outdial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.functions.Bootstrap;
import outdial.functions.Environment;
import outdial.local.LocalCloud;
import outdial.local.Options;
import outdial.local.demo.Api;
import outdial.local.telephony.Ledger;
import outdial.local.telephony.NetworkSettings;
import outdial.local.telephony.People;
import outdial.local.telephony.PhoneNetwork;
import outdial.workspace.WorkspaceId;

/// A local cloud with a workspace and people who are called, on a Tuesday at noon in New York.
final class Site implements AutoCloseable {
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final String CALLER = "+12025550100";
    private static final int BATCH = 1_000;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Map<String, ?> WINDOW = Map.of(
            "timeZone",
            "America/New_York",
            "days",
            List.of("MON", "TUE", "WED", "THU", "FRI"),
            "start",
            "09:00",
            "end",
            "20:30");

    private final LocalCloud cloud;
    private final PhoneNetwork network;
    private final Api api;

    private Site(LocalCloud cloud, PhoneNetwork network) {
        this.cloud = cloud;
        this.network = network;
        String key = new Bootstrap(new Environment(cloud.environmentOf("Api"), cloud.clock()))
                .open(new WorkspaceId("bench"), "Bench", "US", ZoneId.of("America/New_York"));
        this.api = new Api(cloud.apiUrl(), key);
    }

    /// @param root where template.yaml is
    /// @param timeScale so much real time a second of call takes
    /// @param meter counts requests; without one nothing stands between functions and emulators
    static Site open(Path root, People people, double timeScale, Optional<Meter> meter) throws IOException {
        var network = new PhoneNetwork(NetworkSettings.usual().withTimeScale(timeScale), people);
        Options options = Options.of(root.resolve("template.yaml"))
                .at(NOON)
                .with(Map.of(
                        "SipMediaApplicationId", "d3305d3d-0000-4000-8000-000000000000",
                        "CarrierCallsPerSecond", "1000",
                        "CarrierActiveCalls", "1000"));
        LocalCloud cloud =
                LocalCloud.start(meter.map(counting -> options.enforcingRoles().attaching(network, counting))
                        .orElseGet(() -> options.attaching(network)));
        meter.ifPresent(counting -> counting.connect(cloud));
        return new Site(cloud, network);
    }

    /// A draft that calls these numbers of the 202 area, each until it is reached or `maxRetries` are used up.
    String campaign(int concurrency, int from, int contacts, int maxRetries) throws IOException {
        api.put("/caller-numbers/" + Api.escaped(CALLER), Map.of("label", "Desk", "concurrency", 1_000));
        String agent = api.post("/agents", Map.of("name", "Anna", "greeting", "Hello {{first_name}}, a short message."))
                .path("id")
                .asText();
        Map<String, Object> body = new HashMap<>(Map.of(
                "name", "Bench",
                "agentId", agent,
                "callerNumbers", List.of(CALLER),
                "concurrency", concurrency,
                "window", WINDOW));
        body.put("retries", Map.of("maxRetries", maxRetries, "retryDelaySeconds", 86_400));
        String campaign = api.post("/campaigns", body).path("id").asText();
        for (int first = from; first < from + contacts; first += BATCH) {
            List<Map<String, String>> rows = new ArrayList<>();
            for (int n = first; n < Math.min(first + BATCH, from + contacts); n++) {
                rows.add(Map.of("phone", phone(n), "first_name", "Person " + n));
            }
            api.post("/campaigns/" + campaign + "/contacts", Map.of("contacts", rows));
        }
        return campaign;
    }

    static String phone(int n) {
        return "+1202%07d".formatted(3_000_000 + n);
    }

    void start(String campaign) throws IOException {
        api.post("/campaigns/" + campaign + "/start");
    }

    void pause(String campaign) throws IOException {
        api.post("/campaigns/" + campaign + "/pause");
    }

    void resume(String campaign) throws IOException {
        api.post("/campaigns/" + campaign + "/resume");
    }

    void tick() {
        cloud.runScheduleNow("Tick");
    }

    Ledger ledger() {
        return network.ledger();
    }

    Clock clock() {
        return cloud.clock();
    }

    /// Waits until so many calls were placed and all of them are over.
    void awaitEnded(int calls) throws IOException {
        await(() -> ledger().calls().size() >= calls && ledger().active() == 0);
    }

    void awaitPlaced(int calls) throws IOException {
        await(() -> ledger().calls().size() >= calls);
    }

    interface Condition {
        boolean holds() throws IOException;
    }

    /// Waits as long as calls go on being placed.
    void await(Condition condition) throws IOException {
        long end = System.nanoTime() + LONGEST_SILENCE.toNanos();
        int placed = 0;
        while (!condition.holds()) {
            int now = ledger().calls().size();
            if (now != placed) end = System.nanoTime() + LONGEST_SILENCE.toNanos();
            placed = now;
            if (System.nanoTime() > end) {
                throw new IOException("nobody was called for " + LONGEST_SILENCE.toSeconds() + " s, after " + placed
                        + " calls; refused: " + ledger().refusals());
            }
            rest(PAUSE);
        }
    }

    static void rest(Duration duration) throws IOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        api.close();
        cloud.stop();
    }
}
