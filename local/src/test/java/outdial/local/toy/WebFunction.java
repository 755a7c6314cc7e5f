package outdial.local.toy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outdial.functions.Environment;

public final class WebFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    public WebFunction(Environment environment) {
        environment.required("AWS_REGION");
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (event.getRawPath().endsWith("/fail")) {
            throw new IllegalStateException("asked to fail");
        }
        Map<String, String> facts = new TreeMap<>();
        facts.put("route", event.getRouteKey());
        facts.put("method", event.getRequestContext().getHttp().getMethod());
        facts.put("parameters", String.valueOf(event.getPathParameters()));
        facts.put("query", String.valueOf(event.getQueryStringParameters()));
        facts.put("body", event.getBody() + " " + event.getIsBase64Encoded());
        facts.put("cookies", String.valueOf(event.getCookies()));
        facts.put(
                "who",
                Optional.ofNullable(event.getRequestContext().getAuthorizer())
                        .map(authorizer -> String.valueOf(authorizer.getLambda().get("who")))
                        .orElse("nobody"));
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(201)
                .withHeaders(Map.of("x-toy", "yes"))
                .withBody(facts.toString())
                .build();
    }
}
