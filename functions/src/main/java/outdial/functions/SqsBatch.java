package outdial.functions;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A batch of messages, each handled on its own: those that fail go back to the queue, the others do not.
final class SqsBatch {
    private static final Logger LOG = LoggerFactory.getLogger(SqsBatch.class);

    private SqsBatch() {}

    static SQSBatchResponse each(SQSEvent event, Consumer<String> handler) {
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSMessage message : event.getRecords()) {
            if (!handled(List.of(message), () -> handler.accept(message.getBody()))) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
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
