package outdial.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outdial.local.aws.AwsService;
import outdial.local.aws.Gateway.Replies;
import outdial.local.template.Blueprint;
import outdial.local.template.Function;

/// The Invoke action of the Lambda API, so that `aws lambda invoke` works. A function may be called by its name or
/// ARN, or, for short, by its logical id.
public final class LambdaApi implements AwsService {
    private static final Pattern INVOKE = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final byte[] NO_EVENT = "{}".getBytes(StandardCharsets.UTF_8);

    private final Blueprint blueprint;
    private final Invoker invoker;
    private final Async async;

    public LambdaApi(Blueprint blueprint, Invoker invoker, Async async) {
        this.blueprint = blueprint;
        this.invoker = invoker;
        this.async = async;
    }

    @Override
    public void handle(HttpExchange exchange, byte[] body) throws IOException {
        Matcher invoke = INVOKE.matcher(exchange.getRequestURI().getRawPath());
        if (!invoke.matches()) {
            Replies.error(exchange, 501, "NotImplemented", "the local cloud knows only Lambda's Invoke");
            return;
        }
        Optional<Function> function = find(URLDecoder.decode(invoke.group(1), StandardCharsets.UTF_8));
        if (function.isEmpty()) {
            Replies.error(exchange, 404, "ResourceNotFoundException", "Function not found: " + invoke.group(1));
            return;
        }
        byte[] event = body.length == 0 ? NO_EVENT : body;
        String kind = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type"))
                .orElse("RequestResponse");
        switch (kind) {
            case "Event" -> {
                async.invoke(function.get(), event);
                Replies.json(exchange, 202, new byte[0]);
            }
            case "DryRun" -> Replies.json(exchange, 204, new byte[0]);
            default -> Replies.json(exchange, 200, answer(exchange, function.get(), event));
        }
    }

    private byte[] answer(HttpExchange exchange, Function function, byte[] event) {
        exchange.getResponseHeaders().set("X-Amz-Executed-Version", "1");
        try {
            return invoker.invoke(function.logicalId(), event);
        } catch (FunctionFailed failure) {
            exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("errorMessage", failure.getMessage())
                    .put("errorType", failure.errorType())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private Optional<Function> find(String arnOrName) {
        return blueprint.functions().stream()
                .filter(function -> function.logicalId().equals(arnOrName))
                .findFirst()
                .or(() -> blueprint.find(arnOrName));
    }
}
