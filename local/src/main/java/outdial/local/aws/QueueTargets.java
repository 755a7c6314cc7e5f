package outdial.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import outdial.local.template.Queue;

/// The queues that a rule sends its events to, each as the body of a message.
///
/// @param queueArns of queues that are there
public record QueueTargets(Sqs sqs, List<String> queueArns) implements Consumer<JsonNode> {
    public QueueTargets {
        queueArns = List.copyOf(queueArns);
    }

    @Override
    public void accept(JsonNode event) {
        for (String arn : queueArns) {
            try {
                sqs.send(Queue.nameIn(arn), event.toString());
            } catch (IOException e) {
                throw new UncheckedIOException("no queue took the event", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
