package outdial.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.local.LocalStack;
import outdial.local.telephony.People;
import outdial.local.telephony.Personas;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What is counted wrong is found by the enrollments.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class RecountTest {
    /// With both slots of the campaign taken by nobody, nobody could ever be called.
    @Test
    void slots_that_are_lost_come_back() throws IOException {
        try (Deployment outdial = Deployment.with(People.all(Personas.INTERESTED))) {
            String campaign = outdial.campaign(2, Map.of());
            outdial.drop(campaign, Lists.of(3));
            loseSlots(outdial, campaign, 2);

            outdial.start(campaign);
            outdial.awaitCompleted(campaign);

            outdial.assertBooksAgree(campaign, 2, Map.of());
            assertThat(outdial.ledger().calls()).hasSize(3);
        }
    }

    /// A counter that says that somebody waits keeps the campaign from completing.
    @Test
    void counters_that_are_off_are_right_after_a_quiet_day() throws IOException {
        try (Deployment outdial = Deployment.with(People.all(Personas.INTERESTED))) {
            String campaign = outdial.campaign(2, Map.of());
            outdial.drop(campaign, Lists.of(3));
            outdial.awaitCounts(campaign, Map.of("PENDING", 3));
            miscount(outdial, campaign);
            outdial.start(campaign);
            outdial.awaitCounts(campaign, Map.of("COMPLETED", 3));
            Patiently.until(
                    "a first look was taken",
                    () -> parts(outdial, campaign, "attribute_exists(foundAt)") == buckets(outdial, campaign));

            outdial.clock.advance(Duration.ofHours(26));
            outdial.awaitCompleted(campaign);

            outdial.awaitCounts(campaign, Map.of("PENDING", 0, "COMPLETED", 3));
        }
    }

    private static void loseSlots(Deployment outdial, String campaign, int slots) {
        try (DynamoDbClient dynamoDb = outdial.cloud.clients().dynamoDb()) {
            dynamoDb.updateItem(update -> update.tableName("outdial-Slots")
                    .key(Map.of("scope", AttributeValue.fromS("campaign#" + campaign)))
                    .updateExpression("SET active = :lost")
                    .expressionAttributeValues(Map.of(":lost", AttributeValue.fromN(Integer.toString(slots)))));
        }
    }

    /// In one part one contact more is counted as waiting.
    private static void miscount(Deployment outdial, String campaign) {
        try (DynamoDbClient dynamoDb = outdial.cloud.clients().dynamoDb()) {
            Map<String, AttributeValue> part = dynamoDb.query(query -> query.tableName("outdial-Progress")
                            .keyConditionExpression("campaignId = :c")
                            .expressionAttributeValues(Map.of(":c", AttributeValue.fromS(campaign))))
                    .items()
                    .getFirst();
            dynamoDb.updateItem(update -> update.tableName("outdial-Progress")
                    .key(Map.of(
                            "campaignId",
                            AttributeValue.fromS(campaign),
                            "bucket",
                            part.getOrDefault("bucket", AttributeValue.fromS(""))))
                    .updateExpression("ADD PENDING :one")
                    .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
        }
    }

    private static int buckets(Deployment outdial, String campaign) {
        return parts(outdial, campaign, "attribute_exists(lastSequence)");
    }

    private static int parts(Deployment outdial, String campaign, String which) {
        try (DynamoDbClient dynamoDb = outdial.cloud.clients().dynamoDb()) {
            return dynamoDb.query(query -> query.tableName("outdial-Progress")
                            .keyConditionExpression("campaignId = :c")
                            .filterExpression(which)
                            .expressionAttributeValues(Map.of(":c", AttributeValue.fromS(campaign))))
                    .count();
        }
    }
}
