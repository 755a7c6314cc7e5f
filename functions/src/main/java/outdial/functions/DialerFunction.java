package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import outdial.dialing.Dialer;
import outdial.functions.json.Json;
import outdial.functions.sqs.DialMessage;

/// Calls the contacts that the dispatcher claimed.
public final class DialerFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Dialer dialer;

    public DialerFunction() {
        this(Environment.system());
    }

    public DialerFunction(Environment environment) {
        this.dialer = new Wiring(environment).dialer();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return SqsBatch.each(event, this::dial);
    }

    private void dial(String body) {
        dialer.dial(Json.read(body, DialMessage.class).order());
    }
}
