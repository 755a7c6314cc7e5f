package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import outdial.functions.connect.ContactEvents;
import outdial.functions.connect.ContactFlow;
import outdial.functions.connect.FlowEvent;
import outdial.functions.json.Json;

/// What Amazon Connect tells: its contact flow asks here what to say, and EventBridge brings the ends of its calls.
public final class ConnectEventsFunction implements RequestStreamHandler {
    private final ContactFlow flow;
    private final Optional<ContactEvents> events;

    public ConnectEventsFunction() {
        this(Environment.system());
    }

    public ConnectEventsFunction(Environment environment) {
        Wiring wiring = new Wiring(environment);
        this.flow = wiring.contactFlow();
        this.events = wiring.connect().events();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write(Json.write(answer(Json.tree(event))).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> answer(JsonNode event) {
        if (FlowEvent.isOne(event)) return flow.answer(new FlowEvent(event));
        events.ifPresent(known -> known.take(event));
        return Map.of();
    }
}
