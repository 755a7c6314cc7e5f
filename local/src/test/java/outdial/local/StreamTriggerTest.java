package outdial.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.local.toy.Recorder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

final class StreamTriggerTest {
    private static LocalCloud cloud;
    private static DynamoDbClient tables;
    private static SqsClient sqs;
    private final List<String> followed = Recorder.of("stream", "Follower");

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(Toy.options("stream"));
        tables = cloud.clients().dynamoDb();
        sqs = cloud.clients().sqs();
    }

    @AfterAll
    static void stop() {
        tables.close();
        sqs.close();
        cloud.close();
    }

    @BeforeEach
    void forget() {
        followed.clear();
    }

    @Test
    void changes_arrive_in_the_order_in_which_they_were_made() {
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> "n" + i).toList();

        ids.forEach(StreamTriggerTest::put);

        Eventually.is(
                () -> List.copyOf(followed),
                ids.stream().map(id -> "INSERT " + id).toList());
    }

    @Test
    void a_change_that_failed_holds_up_those_behind_it_until_it_succeeds() {
        put("a");
        put("once-b");
        put("c");

        Eventually.is(() -> List.copyOf(followed), List.of("INSERT a", "INSERT once-b", "INSERT c"));
    }

    @Test
    void a_change_that_always_fails_is_given_up_and_told_to_the_failure_queue() {
        put("before");
        put("poison");
        put("after");

        Eventually.is(() -> followed.contains("INSERT after"), true);
        List<Message> told = sqs.receiveMessage(
                        request -> request.queueUrl(url("stream-dead")).waitTimeSeconds(5))
                .messages();
        assertThat(followed).contains("INSERT before").doesNotContain("INSERT poison");
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().body()).contains("DDBStreamBatchInfo").contains("\"batchSize\":1");
    }

    private static void put(String id) {
        tables.putItem(item -> item.tableName("stream-Things")
                .item(Map.of("id", AttributeValue.fromS(id), "colour", AttributeValue.fromS("red"))));
    }

    private static String url(String queue) {
        return sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }
}
