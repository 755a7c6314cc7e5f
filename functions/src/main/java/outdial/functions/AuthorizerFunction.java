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
import outdial.functions.api.Doorkeeper;
import outdial.functions.dynamo.DynamoWorkspaces;
import outdial.functions.dynamo.Tables;
import outdial.functions.json.Json;
import outdial.workspace.Workspaces;

/// The HTTP API's authorizer (payload 2.0, simple responses). Always answers `isAuthorized: true`: who is
/// calling, or why nobody is, stands in the context, and `ApiFunction` refuses in its own words.
public final class AuthorizerFunction implements RequestStreamHandler {
    private final Doorkeeper doorkeeper;

    public AuthorizerFunction() {
        this(Environment.system());
    }

    public AuthorizerFunction(Environment environment) {
        this(new DynamoWorkspaces(
                new Tables(new Clients(environment).dynamoDb(), environment.required("TABLE_PREFIX"))));
    }

    AuthorizerFunction(Workspaces workspaces) {
        this.doorkeeper = new Doorkeeper(workspaces);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Map<String, String> words = doorkeeper.contextOf(authorization(Json.tree(input)));
        output.write(Json.write(Map.of("isAuthorized", true, "context", words)).getBytes(StandardCharsets.UTF_8));
    }

    /// An HTTP API gives header names in lower case.
    private static Optional<String> authorization(JsonNode event) {
        return Optional.of(event.path("headers").path("authorization"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }
}
