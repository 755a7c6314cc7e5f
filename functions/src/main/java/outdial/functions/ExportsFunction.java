package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import outdial.export.Exporter;
import outdial.functions.json.Json;
import outdial.functions.sqs.ExportMessage;
import outdial.functions.sqs.SqsExports;
import outdial.workspace.WorkspaceId;

/// Writes exports, a long one in several messages.
public final class ExportsFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
    /// One less than the queue's `maxReceiveCount`: an export is given up also where the last of them died.
    static final int MOST_TRIES = 3;

    private final Exporter exporter;
    private final SqsExports queue;

    public ExportsFunction() {
        this(Environment.system());
    }

    public ExportsFunction(Environment environment) {
        ExportWiring wiring = new ExportWiring(environment);
        this.exporter = wiring.exporter();
        this.queue = wiring.queue();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return SqsBatch.each(
                event,
                MOST_TRIES,
                body -> write(Json.read(body, ExportMessage.class)),
                body -> fail(Json.read(body, ExportMessage.class)));
    }

    private void fail(ExportMessage message) {
        exporter.fail(new WorkspaceId(message.workspaceId()), message.exportId());
    }

    private void write(ExportMessage message) {
        switch (exporter.write(new WorkspaceId(message.workspaceId()), message.exportId())) {
            case DONE -> {}
            case GO_ON -> queue.send(message);
            // Back to the queue, until the lease of whoever has it is over.
            case TAKEN -> throw new IllegalStateException("export " + message.exportId() + " is being written");
        }
    }
}
