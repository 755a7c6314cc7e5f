package outdial.functions;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A batch of messages, each handled on its own: those that fail go back to the queue, the others do not.
final class SqsBatch {
    private static final Logger LOG = LoggerFactory.getLogger(SqsBatch.class);

    private SqsBatch() {}

    static SQSBatchResponse each(SQSEvent event, Consumer<String> handler) {
        return each(event, Integer.MAX_VALUE, handler, _ -> {});
    }

    /// Like [#each(SQSEvent, Consumer)]; a message that fails at its last try is given to `giveUp` as well. It still
    /// goes to the dead letters, whose alarm rings. One that comes after its last try, in which the function died
    /// without a word, is given up and no more.
    ///
    /// @param lastTry the queue's `maxReceiveCount`, or one less to hear of those
    static SQSBatchResponse each(SQSEvent event, int lastTry, Consumer<String> handler, Consumer<String> giveUp) {
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            int tries = tries(message);
            if (tries <= lastTry && handled(List.of(message), () -> handler.accept(message.getBody()))) continue;
            failures.add(new BatchItemFailure(message.getMessageId()));
            if (tries >= lastTry) {
                boolean _ = handled(List.of(message), () -> giveUp.accept(message.getBody()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    /// How often the queue has handed it out by now, as far as it knows.
    private static int tries(SQSMessage message) {
        return Optional.ofNullable(message.getAttributes())
                .map(attributes -> attributes.get("ApproximateReceiveCount"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    /// Whether `work`, done for these messages, succeeded; a failure is logged once.
    static boolean handled(List<SQSMessage> messages, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException failure) {
            LOG.error(
                    "messages {} failed",
                    messages.stream().map(SQSMessage::getMessageId).toList(),
                    failure);
            return false;
        }
    }
}
