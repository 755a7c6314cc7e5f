package outdial.functions.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outdial.functions.api.Request.Call;
import outdial.functions.json.Json;

/// Facts worth a line, as JSON. Paths are told by their shape: a path may hold a phone number.
final class Log {
    private static final Logger LOGGER = LoggerFactory.getLogger(Log.class);
    private static final int MOST_FRAMES = 12;

    private Log() {}

    static void failed(Call call, RuntimeException why) {
        Map<String, Object> fact = fact("request-failed", call);
        Throwable root = root(why);
        fact.put("error", root.getClass().getName());
        fact.put("message", masked(String.valueOf(root.getMessage())));
        fact.put("frames", frames(root));
        LOGGER.error("{}", Json.write(fact));
    }

    /// The tick finds the campaign within a minute.
    static void wakeupLost(Request request, String campaignId, RuntimeException why) {
        Map<String, Object> fact = fact("wakeup-lost", request.call());
        fact.put("campaignId", campaignId);
        fact.put("error", why.getClass().getName());
        LOGGER.warn("{}", Json.write(fact));
    }

    static void removedFromDoNotCall(Request request, String maskedPhone, String reason) {
        Map<String, Object> fact = fact("do-not-call-removed", request.call());
        fact.put("workspaceId", request.workspace().value());
        fact.put("keyId", request.who().keyId());
        fact.put("phone", maskedPhone);
        fact.put("reason", masked(reason));
        LOGGER.info("{}", Json.write(fact));
    }

    private static Map<String, Object> fact(String event, Call call) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("event", event);
        fact.put("requestId", call.requestId());
        fact.put("method", call.method());
        fact.put("path", masked(call.path()));
        return fact;
    }

    /// Whatever looks like a phone number is hidden.
    private static String masked(String text) {
        return text.replaceAll("\\+?\\d[\\d ().-]{5,}\\d", "***");
    }

    private static Throwable root(Throwable why) {
        Throwable cause = why.getCause();
        return cause == null ? why : root(cause);
    }

    private static List<String> frames(Throwable why) {
        return Arrays.stream(why.getStackTrace())
                .limit(MOST_FRAMES)
                .map(StackTraceElement::toString)
                .toList();
    }
}
