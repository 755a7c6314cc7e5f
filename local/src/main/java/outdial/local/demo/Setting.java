package outdial.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The campaign of the demo, made by the API like any other.
final class Setting {
    static final int CONCURRENCY = 10;
    static final int MAX_RETRIES = 2;

    /// What the keys mean to the agent.
    static final Map<String, String> KEYS = Map.of("1", "INTERESTED", "9", "DO_NOT_CALL");

    private static final String FROM = "+12065550100";
    private static final int RETRY_DELAY_SECONDS = 3;

    /// Whatever the hour: the calling rules, not the campaign, say when people may be called.
    private static final Map<String, ?> ROUND_THE_CLOCK = Map.of(
            "timeZone",
            "Etc/UTC",
            "days",
            List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"),
            "start",
            "00:00",
            "end",
            "00:00");

    private Setting() {}

    /// Makes agent, caller number and campaign; answers the campaign's id. It is a draft yet.
    static String make(Api api) throws IOException {
        String agent = api.post("/agents", agent()).path("id").asText();
        api.put("/caller-numbers/" + Api.escaped(FROM), Map.of("label", "Front desk", "concurrency", CONCURRENCY));
        return api.post("/campaigns", campaign(agent)).path("id").asText();
    }

    private static Map<String, ?> agent() {
        return Map.of(
                "name",
                "Renewals",
                "greeting",
                "Hello {{first_name}}, this is Harbor Services about {{product}}."
                        + " Press 1 to hear from us, or 9 if we should not call again.",
                "defaults",
                Map.of("first_name", "there", "product", "your plan"));
    }

    private static Map<String, ?> campaign(String agent) {
        return Map.of(
                "name",
                "Renewals, November",
                "agentId",
                agent,
                "callerNumbers",
                List.of(FROM),
                "concurrency",
                CONCURRENCY,
                "retries",
                Map.of("maxRetries", MAX_RETRIES, "retryDelaySeconds", RETRY_DELAY_SECONDS),
                "window",
                ROUND_THE_CLOCK);
    }
}
