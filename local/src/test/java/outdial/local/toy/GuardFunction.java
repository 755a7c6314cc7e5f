package outdial.local.toy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.Objects;
import outdial.functions.Environment;

public final class GuardFunction implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    public GuardFunction(Environment environment) {
        environment.required("AWS_REGION");
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        Map<?, ?> headers = (Map<?, ?>) Objects.requireNonNull(event.get("headers"));
        return switch (String.valueOf(headers.get("authorization"))) {
            case "Bearer good" -> Map.of("isAuthorized", true, "context", Map.of("who", "tester"));
            case "Bearer broken" -> throw new IllegalStateException("the guard fell over");
            default -> Map.of("isAuthorized", false);
        };
    }
}
