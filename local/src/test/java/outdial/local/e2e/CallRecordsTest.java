package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.local.LocalStack;
import outdial.local.telephony.People;
import outdial.local.telephony.Persona;
import outdial.local.telephony.Personas;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Calls of the Chime SDK of which no event came are found in its call detail records.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class CallRecordsTest {
    @Test
    void who_answered_a_call_whose_end_was_lost_is_not_called_again() throws IOException {
        JsonNode attempt = attemptOf(Personas.INTERESTED, "COMPLETED");

        assertThat(attempt.path("outcome").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void a_call_that_nobody_answered_stays_unknown_as_no_record_says_why() throws IOException {
        JsonNode attempt = attemptOf(Personas.BUSY, "FAILED");

        assertThat(attempt.path("outcome").asText()).isEqualTo("UNKNOWN");
    }

    /// Calls one person, loses the end of the call, and ends its lease when the record of the call is noted.
    private static JsonNode attemptOf(Persona persona, String becomes) throws IOException {
        try (Deployment outdial = Deployment.keepingCallRecords(People.all(persona))) {
            outdial.network.faults().loseHangups();
            String campaign = outdial.campaign(1, Map.of("retries", Map.of("maxRetries", 0, "retryDelaySeconds", 1)));
            outdial.drop(campaign, Lists.of(1));
            outdial.start(campaign);
            Patiently.until("the record is noted", () -> isNoted(outdial));

            outdial.leasesEnd();
            outdial.awaitCompleted(campaign);

            outdial.awaitCounts(campaign, Map.of(becomes, 1));
            assertThat(outdial.ledger().calls()).hasSize(1);
            return outdial.api.all("/campaigns/" + campaign + "/calls").getFirst();
        }
    }

    private static boolean isNoted(Deployment outdial) {
        try (DynamoDbClient dynamoDb = outdial.cloud.clients().dynamoDb()) {
            return dynamoDb.scan(scan -> scan.tableName("outdial-Idempotency")
                                    .filterExpression("attribute_exists(billedSeconds)"))
                            .count()
                    == 1;
        }
    }
}
