package outdial.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import outdial.functions.json.Json;
import outdial.imports.ImportPlanner;
import outdial.imports.ImportPlanner.Drop;

/// A list was dropped in the bucket: `Object Created` events of S3 by EventBridge, whose keys are not URL-encoded
/// (<https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html>).
public final class ImportPlannerFunction implements RequestStreamHandler {
    private final ImportPlanner planner;

    public ImportPlannerFunction() {
        this(Environment.system());
    }

    public ImportPlannerFunction(Environment environment) {
        this.planner = new ImportWiring(environment).planner();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        JsonNode detail = Json.tree(event).path("detail");
        JsonNode object = detail.path("object");
        planner.plan(new Drop(
                object.required("key").asText(),
                object.path("version-id").asText(""),
                detail.path("requester").asText("")));
    }
}
