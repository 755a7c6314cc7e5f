package outdial.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import outdial.local.template.Account;
import outdial.local.template.Blueprint;
import outdial.local.template.HttpApi;

/// Asks the Lambda authorizer of a route, payload format 2.0 with simple responses. Nothing is cached.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
public final class Authorization {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Blueprint blueprint;
    private final Invoker invoker;

    public Authorization(Blueprint blueprint, Invoker invoker) {
        this.blueprint = blueprint;
        this.invoker = invoker;
    }

    sealed interface Decision {}

    /// @param context what the authorizer told; missing where there is none
    record Granted(JsonNode context) implements Decision {}

    record Refused(HttpReply reply) implements Decision {}

    Decision of(Optional<HttpApi> api, Route route, HttpRequests.Request request) {
        Optional<HttpApi.Authorizer> authorizer = api.flatMap(one -> route.declared()
                .authorizer()
                .or(one::defaultAuthorizer)
                .filter(name -> !name.equals("NONE"))
                .map(name -> named(one, name)));
        return authorizer
                .map(one -> ask(one, route, request))
                .orElse(new Granted(JsonNodeFactory.instance.missingNode()));
    }

    private static HttpApi.Authorizer named(HttpApi api, String name) {
        return Optional.ofNullable(api.authorizers().get(name))
                .orElseThrow(() -> new IllegalArgumentException("the HTTP API has no authorizer " + name));
    }

    private Decision ask(HttpApi.Authorizer authorizer, Route route, HttpRequests.Request request) {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("type", "REQUEST")
                .put(
                        "routeArn",
                        "arn:aws:execute-api:" + Account.LOCAL_REGION + ":" + Account.LOCAL_ID + ":local/"
                                + route.key());
        event.putNull("identitySource");
        if (!authorizer.identityHeaders().isEmpty()) {
            ArrayNode identity = event.putArray("identitySource");
            for (String header : authorizer.identityHeaders()) {
                Optional<String> value = request.header(header);
                if (value.isEmpty()) {
                    return new Refused(HttpReply.message(401, "Unauthorized"));
                }
                identity.add(value.get());
            }
        }
        event.setAll(request.event());
        event.put("version", "2.0");
        try {
            String function = blueprint.function(authorizer.functionArn()).logicalId();
            JsonNode answer = JSON.readTree(invoker.invoke(function, JSON.writeValueAsBytes(event)));
            return answer.path("isAuthorized").asBoolean()
                    ? new Granted(answer.path("context"))
                    : new Refused(HttpReply.message(403, "Forbidden"));
        } catch (FunctionFailed | IOException _) {
            return new Refused(HttpReply.message(500, "Internal Server Error"));
        }
    }
}
