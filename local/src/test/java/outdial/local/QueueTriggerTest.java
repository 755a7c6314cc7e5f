package outdial.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.local.toy.Recorder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

final class QueueTriggerTest {
    private static LocalCloud cloud;
    private static SqsClient sqs;
    private final List<String> handled = Recorder.of("queues", "Worker");

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(Toy.options("queues"));
        sqs = cloud.clients().sqs();
    }

    @AfterAll
    static void stop() {
        sqs.close();
        cloud.close();
    }

    @BeforeEach
    void forget() {
        handled.clear();
        cloud.faults().clear();
        // ElasticMQ 1.7.1 counts a message for ever that was received from the dead-letter queue in the very moment
        // in which it was moved there, as the tests below may do: both queues share the list of its receipts, and a
        // receipt added meanwhile keeps the first queue from forgetting it.
        sqs.purgeQueue(purge -> purge.queueUrl(url("queues-jobs")));
    }

    @Test
    void a_message_is_handled_and_gone() {
        send("hello");

        Eventually.is(() -> List.copyOf(handled), List.of("hello"));
        Eventually.is(() -> waiting("queues-jobs"), 0);
    }

    @Test
    void of_a_batch_only_what_failed_comes_again_and_ends_in_the_dead_letter_queue() {
        SendMessageBatchRequestEntry good = SendMessageBatchRequestEntry.builder()
                .id("1")
                .messageBody("good")
                .build();
        SendMessageBatchRequestEntry bad = SendMessageBatchRequestEntry.builder()
                .id("2")
                .messageBody("bad apple")
                .build();
        sqs.sendMessageBatch(batch -> batch.queueUrl(url("queues-jobs")).entries(good, bad));

        Eventually.is(() -> dead(), List.of("bad apple"));
        assertThat(handled.stream().sorted()).containsExactly("bad apple", "bad apple", "good");
    }

    @Test
    void a_message_that_makes_the_function_throw_comes_again() {
        send("throw it");

        Eventually.is(() -> dead(), List.of("throw it"));
        assertThat(handled).containsExactly("throw it", "throw it");
    }

    @Test
    void a_fault_makes_messages_arrive_twice() {
        cloud.faults().duplicate("queues-jobs");

        send("again");

        Eventually.is(() -> List.copyOf(handled), List.of("again", "again"));
        Eventually.is(() -> waiting("queues-jobs"), 0);
    }

    @Test
    void a_fault_makes_messages_disappear() {
        cloud.faults().swallow("queues-jobs", 1);

        send("lost");
        Eventually.is(() -> waiting("queues-jobs"), 0);
        send("found");

        Eventually.is(() -> List.copyOf(handled), List.of("found"));
    }

    @Test
    void a_fault_makes_messages_late() {
        cloud.faults().delay("queues-jobs", Duration.ofMillis(300));
        long begin = System.nanoTime();

        send("late");

        Eventually.is(() -> List.copyOf(handled), List.of("late"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(300));
    }

    private static void send(String body) {
        sqs.sendMessage(message -> message.queueUrl(url("queues-jobs")).messageBody(body));
    }

    private static List<String> dead() {
        List<Message> messages = sqs.receiveMessage(
                        request -> request.queueUrl(url("queues-dead")).visibilityTimeout(0))
                .messages();
        List<String> bodies = messages.stream().map(Message::body).toList();
        messages.forEach(message -> sqs.deleteMessage(
                request -> request.queueUrl(url("queues-dead")).receiptHandle(message.receiptHandle())));
        return bodies;
    }

    private static int waiting(String queue) {
        var attributes = sqs.getQueueAttributes(request -> request.queueUrl(url(queue))
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return attributes.values().stream().mapToInt(Integer::parseInt).sum();
    }

    private static String url(String queue) {
        return sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }
}
