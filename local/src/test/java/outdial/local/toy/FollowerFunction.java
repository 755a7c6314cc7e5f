package outdial.local.toy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import outdial.functions.Environment;

public final class FollowerFunction implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final List<String> seen;
    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

    public FollowerFunction(Environment environment) {
        this.seen = Recorder.of(environment, "Follower");
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        for (DynamodbEvent.DynamodbStreamRecord change : event.getRecords()) {
            String id = Objects.requireNonNull(change.getDynamodb().getKeys().get("id"))
                    .getS();
            if (id.startsWith("poison")) {
                throw new IllegalStateException(id);
            }
            if (id.startsWith("once") && failedOnce.add(id)) {
                String number = change.getDynamodb().getSequenceNumber();
                return new StreamsEventResponse(List.of(new BatchItemFailure(number)));
            }
            seen.add(change.getEventName() + " " + id);
        }
        return new StreamsEventResponse(List.of());
    }
}
