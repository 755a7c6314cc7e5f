package outdial.local.toy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import outdial.functions.Environment;

public final class EchoFunction implements RequestHandler<Map<String, String>, Map<String, String>> {
    private final Environment environment;

    public EchoFunction(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Map<String, String> handleRequest(Map<String, String> event, Context context) {
        switch (event.getOrDefault("do", "")) {
            case "fail" -> throw new IllegalStateException("asked to fail");
            case "hang" -> hang();
            default -> {}
        }
        Map<String, String> reply = new TreeMap<>(event);
        reply.put("function", context.getFunctionName());
        reply.put("stage", environment.required("STAGE"));
        reply.put("table", environment.required("TABLE"));
        reply.put("inTime", Boolean.toString(context.getRemainingTimeInMillis() > 0));
        return reply;
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
