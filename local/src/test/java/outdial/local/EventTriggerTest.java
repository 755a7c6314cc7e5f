package outdial.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.local.toy.Recorder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

final class EventTriggerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static LocalCloud cloud;
    private static EventBridgeClient events;
    private static S3Client s3;
    private final List<String> heard = Recorder.of("events", "Listener");

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(Toy.options("events"));
        events = cloud.clients().events();
        s3 = cloud.clients().s3();
    }

    @AfterAll
    static void stop() {
        events.close();
        s3.close();
        cloud.close();
    }

    @BeforeEach
    void forget() {
        heard.clear();
    }

    @Test
    void an_object_dropped_under_the_prefix_is_announced_with_its_version() throws IOException {
        s3.putObject(put -> put.bucket("events-bucket").key("out/ignored.csv"), RequestBody.fromString("x"));
        String version = s3.putObject(
                        put -> put.bucket("events-bucket").key("in/Ünï list+1.csv"),
                        RequestBody.fromString("name\nAda"))
                .versionId();

        Eventually.is(heard::size, 1);
        JsonNode event = JSON.readTree(heard.getFirst());
        assertThat(event.path("detail-type").asText()).isEqualTo("Object Created");
        assertThat(event.path("detail").path("bucket").path("name").asText()).isEqualTo("events-bucket");
        assertThat(event.path("detail").path("object").path("key").asText()).isEqualTo("in/Ünï list+1.csv");
        assertThat(event.path("detail").path("object").path("size").asInt()).isEqualTo(8);
        assertThat(event.path("detail").path("object").path("version-id").asText())
                .isEqualTo(version);
        assertThat(event.path("detail").path("reason").asText()).isEqualTo("PutObject");
    }

    @Test
    void an_event_reaches_the_rules_of_its_bus_that_match() throws IOException {
        PutEventsResponse response = put(entry("noise", "{}"), entry("toy", "{\"a\":1}"));

        Eventually.is(heard::size, 1);
        assertThat(response.failedEntryCount()).isZero();
        assertThat(JSON.readTree(heard.getFirst()).path("detail").path("a").asInt())
                .isEqualTo(1);
    }

    @Test
    void an_event_for_a_bus_that_is_not_there_is_refused() {
        PutEventsRequestEntry entry =
                entry("toy", "{}").toBuilder().eventBusName("nowhere").build();

        PutEventsResponse response = put(entry);

        assertThat(response.failedEntryCount()).isEqualTo(1);
        assertThat(response.entries().getFirst().errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void a_schedule_runs_its_function_with_the_event_of_scheduler() throws IOException {
        cloud.runScheduleNow("Listener");

        Eventually.is(heard::size, 1);
        assertThat(JSON.readTree(heard.getFirst()).path("source").asText()).isEqualTo("aws.scheduler");
    }

    @Test
    void schedules_can_run_faster_than_the_clock() throws IOException {
        List<String> ticks = Recorder.of("ticks", "Listener");
        try (LocalCloud _ = LocalCloud.start(Toy.options("ticks").scheduledFaster(600))) {
            Eventually.is(() -> ticks.size() >= 3, true);
        }
    }

    @Test
    void an_event_that_cannot_be_handled_ends_in_the_dead_letter_queue_of_the_function() {
        put(entry("toy", "{\"please\":\"explode\"}"));

        try (SqsClient sqs = cloud.clients().sqs()) {
            String url =
                    sqs.getQueueUrl(request -> request.queueName("events-dead")).queueUrl();
            assertThat(sqs.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(10))
                            .messages())
                    .hasSize(1)
                    .allMatch(message -> message.body().contains("explode"));
        }
    }

    private static PutEventsResponse put(PutEventsRequestEntry... entries) {
        return events.putEvents(request -> request.entries(entries));
    }

    private static PutEventsRequestEntry entry(String source, String detail) {
        return PutEventsRequestEntry.builder()
                .eventBusName("events")
                .source(source)
                .detailType("Said")
                .detail(detail)
                .build();
    }
}
