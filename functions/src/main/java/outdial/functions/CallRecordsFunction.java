package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import outdial.functions.chime.RecordReader;
import outdial.functions.json.Json;

/// The Chime SDK put a call detail record in its bucket: `Object Created` events of S3 by EventBridge.
public final class CallRecordsFunction implements RequestStreamHandler {
    private final RecordReader records;

    public CallRecordsFunction() {
        this(Environment.system());
    }

    public CallRecordsFunction(Environment environment) {
        this.records = new Wiring(environment).callRecords();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        JsonNode detail = Json.tree(event).path("detail");
        records.take(
                detail.path("bucket").required("name").asText(),
                detail.path("object").required("key").asText());
    }
}
