package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import outdial.functions.json.Json;
import outdial.functions.sqs.ChunkMessage;
import outdial.imports.ChunkImporter;

/// Reads chunks of lists.
public final class ImportWorkerFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
    /// One less than the queue's `maxReceiveCount`: a chunk is given up also where the last of them died.
    static final int MOST_TRIES = 5;

    private final ChunkImporter importer;

    public ImportWorkerFunction() {
        this(Environment.system());
    }

    public ImportWorkerFunction(Environment environment) {
        this.importer = new ImportWiring(environment).worker();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return SqsBatch.each(
                event,
                MOST_TRIES,
                body -> handle(Json.read(body, ChunkMessage.class)),
                body -> fail(Json.read(body, ChunkMessage.class)));
    }

    private void fail(ChunkMessage message) {
        message.chunk()
                .ifPresentOrElse(
                        chunk -> importer.fail(message.workspace(), message.id(), chunk),
                        () -> importer.giveUp(message.workspace(), message.id()));
    }

    private void handle(ChunkMessage message) {
        message.chunk()
                .ifPresentOrElse(
                        chunk -> importer.read(message.workspace(), message.id(), chunk),
                        () -> importer.giveUp(message.workspace(), message.id()));
    }
}
