package outdial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.functions.Bootstrap;
import outdial.functions.Environment;
import outdial.local.LocalCloud;
import outdial.local.Options;
import outdial.local.aws.AwsService;
import outdial.local.aws.Proxy;
import outdial.local.demo.Api;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// A local cloud with a workspace, and a campaign or a do-not-call list to import into, and a stub of DynamoDB
/// before its tables.
final class ImportSite implements AutoCloseable {
    /// Nothing is told of this bucket, so that only who measures imports from it.
    private static final String QUIET_BUCKET = "bench-lists";

    private static final String WORKSPACE = "bench";
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_IMPORT = Duration.ofMinutes(10);
    static final List<String> PINNED = List.of("taskset", "-c", "1");

    private final LocalCloud cloud;
    private final Api api;
    private final String target;
    private final boolean doNotCall;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI tables;
    private final S3Client s3;

    private ImportSite(LocalCloud cloud, boolean doNotCall) throws IOException {
        this.cloud = cloud;
        this.doNotCall = doNotCall;
        String key = new Bootstrap(new Environment(cloud.environmentOf("Api"), cloud.clock()))
                .open(new WorkspaceId(WORKSPACE), "Bench", "US", ZoneId.of("America/New_York"));
        api = new Api(cloud.apiUrl(), key);
        String agent = api.post("/agents", Map.of("name", "Anna", "greeting", "Hello {{first_name}}."))
                .path("id")
                .asText();
        String campaign = api.post("/campaigns", Map.of("name", "Bench", "agentId", agent))
                .path("id")
                .asText();
        target = doNotCall ? "do-not-call" : campaign;
        tables = URI.create(ofWorker("AWS_ENDPOINT_URL_DYNAMODB"));
        s3 = cloud.clients().s3();
        s3.createBucket(request -> request.bucket(QUIET_BUCKET));
    }

    /// @param root where template.yaml is
    /// @param doNotCall whether lists are of numbers that nobody may call; else of people
    static ImportSite open(Path root, boolean doNotCall) throws IOException {
        return new ImportSite(LocalCloud.start(Options.of(root.resolve("template.yaml"))), doNotCall);
    }

    /// Puts a list of so many rows where nothing happens to it by itself; answers its key.
    String put(String name, int rows) throws IOException {
        return put(QUIET_BUCKET, name, rows);
    }

    private String put(String bucket, String name, int rows) throws IOException {
        String key = String.join("/", "imports", WORKSPACE, target, name);
        Path list = Files.createTempFile("outdial-bench-", ".csv");
        try {
            if (doNotCall) SampleList.writeNumbers(list, rows);
            else SampleList.write(list, rows);
            s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(list));
            return key;
        } finally {
            Files.delete(list);
        }
    }

    /// What a process of its own printed that imported against the stub.
    ///
    /// @param tally counts what is asked of tables; empty: only speed matters
    List<JsonNode> run(Optional<Tally> tally, String... arguments) throws IOException {
        AwsService books = tally.<AwsService>map(counted -> new MeteredTables(http, tables, counted))
                .orElseGet(() -> new Proxy(http, tables));
        try (TableStub stub = new TableStub(books, tally.map(RowUnits::new))) {
            ProcessBuilder builder = new ProcessBuilder(command(List.of(arguments)));
            builder.environment().clear();
            builder.environment().putAll(cloud.environmentOf("ImportPlanner"));
            builder.environment().putAll(cloud.environmentOf("ImportWorker"));
            // The flags are those of the functions, but given on the command line: Java tells of this variable.
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            builder.environment().put("IMPORTS_BUCKET", QUIET_BUCKET);
            builder.environment()
                    .put("AWS_ENDPOINT_URL_DYNAMODB", stub.endpoint().toString());
            return lines(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        }
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(pinned() ? PINNED : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(ofWorker("JAVA_TOOL_OPTIONS").split(" ")));
        command.addAll(List.of("-Xmx256m", "-XX:ActiveProcessorCount=1", "-Xshare:auto"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ImportRun.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private String ofWorker(String variable) {
        return new Environment(cloud.environmentOf("ImportWorker"), cloud.clock()).required(variable);
    }

    /// Whether there is a second core and `taskset` to keep a process on it.
    static boolean pinned() {
        return Runtime.getRuntime().availableProcessors() > 1 && Files.isExecutable(Path.of("/usr/bin/taskset"));
    }

    private static List<JsonNode> lines(Process process) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                // Java itself may have something to say.
                if (line.startsWith("{")) lines.add(Meter.json(line.getBytes(StandardCharsets.UTF_8)));
            }
        }
        if (process.onExit().join().exitValue() != 0) throw new IOException("the import failed; see above");
        return lines;
    }

    /// What became of the rows of a list; empty until it is imported.
    Optional<JsonNode> counts(String name) throws IOException {
        for (JsonNode one : api.get("/imports?limit=100").path("items")) {
            if (!one.path("fileName").asText().equals(name)) continue;
            if (one.path("status").asText().equals("FAILED")) throw new IOException("not imported: " + one);
            return Optional.of(one.path("counts"))
                    .filter(_ -> one.path("status").asText().equals("COMPLETED"));
        }
        return Optional.empty();
    }

    /// Seconds from a list that is dropped to the import that is completed, all of it in the local cloud.
    double dropped(String name, int rows) throws IOException {
        put(ofWorker("IMPORTS_BUCKET"), name, rows);
        long start = System.nanoTime();
        while (counts(name).isEmpty()) {
            if (System.nanoTime() - start > LONGEST_IMPORT.toNanos())
                throw new IOException("the import takes too long");
            Site.rest(PAUSE);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        s3.close();
        http.close();
        api.close();
        cloud.stop();
    }
}
