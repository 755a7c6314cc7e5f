package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import outdial.functions.dynamo.Parallel;
import outdial.functions.webhook.Outgoing;

/// Tells customers' servers what happened. The messages of a batch are handled side by side, because each may
/// wait for a slow server.
public final class WebhooksFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
    /// The size of a batch in template.yaml.
    private static final int AT_ONCE = 10;

    private final Outgoing outgoing;
    private final Parallel parallel = new Parallel(AT_ONCE);

    public WebhooksFunction() {
        this(Environment.system());
    }

    public WebhooksFunction(Environment environment) {
        this.outgoing = new WebhookWiring(environment).outgoing();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return new SQSBatchResponse(parallel.map(event.getRecords(), this::failure).stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<BatchItemFailure> failure(SQSMessage message) {
        AtomicBoolean done = new AtomicBoolean();
        boolean handled = SqsBatch.handled(List.of(message), () -> done.set(outgoing.take(message)));
        return handled && done.get() ? Optional.empty() : Optional.of(new BatchItemFailure(message.getMessageId()));
    }
}
