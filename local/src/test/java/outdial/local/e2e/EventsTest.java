package outdial.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outdial.local.LocalStack;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;

/// The sample events of `events/` do in the functions what they would do in the AWS console's test tab, where
/// nobody has set anything up: each is understood, and answered with what its function answers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class EventsTest {
    private static final Path EVENTS = Path.of("..", "events");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FROM_QUEUES =
            Set.of("ImportWorker", "Dispatch", "Dialer", "Conclude", "Progress", "Messages", "Webhooks", "Exports");

    /// Messages that nobody can do anything with, or whose import is not there: so many go back to their queue.
    private static final Map<String, Integer> GIVEN_BACK =
            Map.of("Dialer/unreadable", 1, "Dispatch/one-unreadable", 1, "ImportWorker/read-a-chunk", 1);

    /// A mail or record whose object no bucket holds cannot be opened; on Lambda it is tried again and then
    /// kept as a dead letter.
    private static final Set<String> WITHOUT_ITS_OBJECT =
            Set.of("InboundMail/list-attached", "InboundMail/not-authentic", "CallRecords/record-put");

    private final Deployment outdial = start();

    private static Deployment start() {
        try {
            Deployment outdial = Deployment.keepingCallRecords(People.all(Personas.LISTENS));
            outdial.open("acme");
            return outdial;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stop() {
        outdial.close();
    }

    @Test
    void every_function_of_the_template_has_a_sample_event() throws IOException {
        assertThat(folders()).isEqualTo(new TreeSet<>(outdial.cloud.functions()));
    }

    private static Set<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(EVENTS)) {
            return new TreeSet<>(
                    folders.map(folder -> folder.getFileName().toString()).toList());
        }
    }

    static List<String> events() throws IOException {
        try (Stream<Path> files = Files.walk(EVENTS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> EVENTS.relativize(file).toString().replace(".json", ""))
                    .filter(event -> !WITHOUT_ITS_OBJECT.contains(event))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_sample_event_is_understood(String event) throws Exception {
        String function = event.substring(0, event.indexOf('/'));

        String answer = new String(
                outdial.cloud.invoker().invoke(function, Files.readAllBytes(EVENTS.resolve(event + ".json"))), UTF_8);

        JsonNode json = answer.isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer);
        if (FROM_QUEUES.contains(function)) {
            assertThat(json.path("batchItemFailures")).hasSize(GIVEN_BACK.getOrDefault(event, 0));
        } else if (function.equals("Api")) {
            assertThat(json.path("statusCode").asInt()).isBetween(200, 499);
        } else if (function.equals("Authorizer")) {
            assertThat(json.path("isAuthorized").asBoolean()).isTrue();
        } else if (function.equals("CallFlow")) {
            assertThat(json.path("SchemaVersion").asText()).isEqualTo("1.0");
        }
    }
}
