package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import outdial.dialing.Concluder;
import outdial.functions.json.Json;
import outdial.functions.sqs.EndedMessage;

/// Concludes attempts whose calls ended.
public final class ConcludeFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Concluder concluder;

    public ConcludeFunction() {
        this(Environment.system());
    }

    public ConcludeFunction(Environment environment) {
        this.concluder = new Wiring(environment).concluder();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return SqsBatch.each(
                event,
                body -> concluder.ended(Json.read(body, EndedMessage.class).ended()));
    }
}
