package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import outdial.functions.chime.CallEvent;
import outdial.functions.chime.CallFlow;
import outdial.functions.json.Json;

/// Leads calls: invoked by the SIP media application with each event of a call, and answered with what to do next.
public final class CallFlowFunction implements RequestStreamHandler {
    private final CallFlow callFlow;

    public CallFlowFunction() {
        this(Environment.system());
    }

    public CallFlowFunction(Environment environment) {
        this.callFlow = new Wiring(environment).callFlow();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write(
                Json.write(callFlow.answer(new CallEvent(Json.tree(event)))).getBytes(StandardCharsets.UTF_8));
    }
}
