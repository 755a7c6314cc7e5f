package outdial.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SqsBatchTest {
    private final Template messaging = Template.read("infrastructure/messaging.yaml");
    private final List<String> givenUp = new ArrayList<>();

    @Test
    void only_what_fails_at_its_last_try_is_given_up_and_all_that_fails_goes_back() {
        SQSBatchResponse response = batch(message("good", 3), message("bad early", 2), message("bad late", 3));

        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("bad early", "bad late");
        assertThat(givenUp).containsExactly("bad late");
    }

    @Test
    void a_queue_that_counts_too_much_is_given_up_too_and_one_that_does_not_say_is_not() {
        SQSMessage uncounted = message("bad uncounted", 0);
        uncounted.setAttributes(Map.of());

        batch(message("bad often", 4), uncounted);

        assertThat(givenUp).containsExactly("bad often");
    }

    @Test
    void what_comes_once_more_is_given_up_untried_because_nobody_heard_of_its_last_try() {
        SQSBatchResponse response = batch(message("good", 4));

        assertThat(response.getBatchItemFailures()).hasSize(1);
        assertThat(givenUp).containsExactly("good");
    }

    @Test
    void giving_up_that_fails_is_no_reason_to_leave_the_others() {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message("bad", 3), message("bad too", 3)));

        SQSBatchResponse response = SqsBatch.each(event, 3, SqsBatchTest::handle, body -> {
            givenUp.add(body);
            throw new IllegalStateException("no table");
        });

        assertThat(response.getBatchItemFailures()).hasSize(2);
        assertThat(givenUp).containsExactly("bad", "bad too");
    }

    @Test
    void functions_know_how_often_their_queues_hand_a_message_out() {
        assertThat(mostTries("ExportsQueue")).isEqualTo(ExportsFunction.MOST_TRIES + 1);
        assertThat(mostTries("ImportChunksQueue")).isEqualTo(ImportWorkerFunction.MOST_TRIES + 1);
    }

    private int mostTries(String queue) {
        return messaging
                .root()
                .at("/Resources/" + queue + "/Properties/RedrivePolicy/maxReceiveCount")
                .asInt();
    }

    private SQSBatchResponse batch(SQSMessage... messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(messages));
        return SqsBatch.each(event, 3, SqsBatchTest::handle, givenUp::add);
    }

    private static void handle(String body) {
        if (body.startsWith("bad")) throw new IllegalStateException(body);
    }

    private static SQSMessage message(String body, int tries) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(body);
        message.setBody(body);
        message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(tries)));
        return message;
    }
}
