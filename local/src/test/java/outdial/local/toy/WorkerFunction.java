package outdial.local.toy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.List;
import outdial.functions.Environment;

public final class WorkerFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final List<String> seen;

    public WorkerFunction(Environment environment) {
        this.seen = Recorder.of(environment, "Worker");
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            seen.add(message.getBody());
            if (message.getBody().startsWith("bad")) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
            if (message.getBody().startsWith("throw")) {
                throw new IllegalStateException(message.getBody());
            }
        }
        return new SQSBatchResponse(failures);
    }
}
