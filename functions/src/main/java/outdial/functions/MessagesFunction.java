package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import outdial.functions.json.Json;
import outdial.functions.sqs.MailMessage;

/// Sends mails.
public final class MessagesFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Outbox outbox;

    public MessagesFunction() {
        this(Environment.system());
    }

    public MessagesFunction(Environment environment) {
        this.outbox = new MailWiring(environment).outbox();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return SqsBatch.each(event, body -> outbox.send(Json.read(body, MailMessage.class)));
    }
}
