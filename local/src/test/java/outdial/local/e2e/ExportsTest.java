package outdial.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.local.LocalStack;
import outdial.local.lambda.FunctionFailed;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/// Lists that come in, go out as CSV.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class ExportsTest {
    private Deployment outdial;

    @BeforeEach
    void deploy() throws IOException {
        outdial = Deployment.with(People.all(Personas.INTERESTED).with(Lists.phone(2), Personas.OPTS_OUT));
    }

    @AfterEach
    void stop() {
        outdial.close();
    }

    @Test
    void every_kind_of_list_is_written() throws IOException {
        String campaign = outdial.campaign(2, Map.of());
        outdial.drop(campaign, Lists.of(4) + "=cmd|' /C calc'!A0," + Lists.phone(4) + "\n");
        outdial.start(campaign);
        outdial.awaitCompleted(campaign);

        List<String> contacts = export(Map.of("kind", "CONTACTS"));
        List<String> numbers = export(Map.of("kind", "DO_NOT_CALL"));
        List<String> reached = export(Map.of("kind", "ENROLLMENTS", "campaignId", campaign, "status", "COMPLETED"));
        List<String> calls = export(Map.of("kind", "CALLS", "campaignId", campaign));

        assertThat(contacts).hasSize(6).first().asString().startsWith("contact_id,phone,email,first_name");
        assertThat(contacts).anyMatch(row -> row.contains("," + Lists.phone(4) + ",,'=cmd|' /C calc'!A0,"));
        assertThat(numbers).hasSize(2).last().asString().startsWith(Lists.phone(2) + ",PHONE,CALL,");
        assertThat(reached).hasSize(5).noneMatch(row -> row.contains(Lists.phone(2)));
        assertThat(calls).hasSize(6);
    }

    @Test
    void an_export_that_failed_at_each_try_says_so_and_can_be_asked_for_again() throws Exception {
        outdial.drop(outdial.campaign(1, Map.of()), Lists.of(1));
        outdial.cloud.faults().swallow("outdial-exports", 1);
        contactWasCreated("yesterday");

        String failing = outdial.api
                .post("/exports", Map.of("kind", "CONTACTS"))
                .path("id")
                .asText();
        tryToWrite(failing, 1);
        tryToWrite(failing, 2);
        assertThat(status(failing)).isEqualTo("RUNNING");
        tryToWrite(failing, 3);
        assertThat(status(failing)).isEqualTo("FAILED");

        JsonNode told = outdial.api.get("/exports").path("items").path(0);
        assertThat(told.path("id").asText()).isEqualTo(failing);
        assertThat(told.path("why").asText()).endsWith("ask for the export again.");
        assertThat(told.has("url")).isFalse();
        contactWasCreated("2026-11-22T10:00:00Z");
        assertThat(export(Map.of("kind", "CONTACTS"))).hasSize(2);
        assertThat(status(failing)).isEqualTo("FAILED");
    }

    private String status(String export) throws IOException {
        return outdial.api.get("/exports/" + export).path("status").asText();
    }

    /// As the queue would, but without its half an hour between two tries.
    private void tryToWrite(String export, int tries) throws FunctionFailed {
        String event = """
            {"Records":[{"messageId":"m1","receiptHandle":"r1","attributes":{"ApproximateReceiveCount":"%d"},
            "eventSource":"aws:sqs","body":"{\\"workspaceId\\":\\"%s\\",\\"exportId\\":\\"%s\\"}"}]}
            """.formatted(tries, Deployment.WORKSPACE, export);
        assertThat(outdial.cloud.invoker().invoke("Exports", event.getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    }

    /// What is no time cannot be read. Claims of phones and addresses, which are in the table too, have none.
    private void contactWasCreated(String when) {
        try (DynamoDbClient tables = outdial.cloud.clients().dynamoDb()) {
            Map<String, AttributeValue> contact = new HashMap<>(tables.scan(
                            scan -> scan.tableName("outdial-Contacts").filterExpression("attribute_exists(createdAt)"))
                    .items()
                    .getFirst());
            contact.put("createdAt", AttributeValue.fromS(when));
            tables.putItem(put -> put.tableName("outdial-Contacts").item(contact));
        }
    }

    /// The lines of the finished file, read as its owner: the links are good by the machine's time, which is not the
    /// deployment's.
    private List<String> export(Map<String, ?> what) throws IOException {
        String path =
                "/exports/" + outdial.api.post("/exports", what).path("id").asText();
        Patiently.until("the export is written", () -> outdial.api.get(path).has("url"));
        JsonNode done = outdial.api.get(path);
        String[] place = URI.create(done.path("url").asText()).getPath().split("/", 3);
        try (S3Client s3 = outdial.cloud.clients().s3()) {
            List<String> lines = s3.getObjectAsBytes(get -> get.bucket(place[1]).key(place[2]))
                    .asUtf8String()
                    .lines()
                    .toList();
            assertThat(lines).hasSize(done.path("rows").asInt() + 1);
            return lines;
        }
    }
}
