package outdial.local.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
    private static final int HALF_A_DAY = 12;

    private Setting() {}

    /// Makes agent, caller number and campaign; answers the campaign's id. It is a draft yet.
    static String make(Api api, Clock clock) throws IOException {
        String agent = api.post("/agents", agent()).path("id").asText();
        api.put("/caller-numbers/" + Api.escaped(FROM), Map.of("label", "Front desk", "concurrency", CONCURRENCY));
        return api.post("/campaigns", campaign(agent, clock)).path("id").asText();
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

    private static Map<String, ?> campaign(String agent, Clock clock) {
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
                roundTheClock(clock));
    }

    /// A window from a time of day to the same one on the next is open always but for the last minute, when a phone
    /// could ring past its end; that minute is put on the other side of the clock.
    private static Map<String, ?> roundTheClock(Clock clock) {
        String edge = LocalTime.now(clock.withZone(ZoneOffset.UTC))
                .plusHours(HALF_A_DAY)
                .format(DateTimeFormatter.ofPattern("HH:mm"));
        return Map.of(
                "timeZone",
                "Etc/UTC",
                "days",
                List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"),
                "start",
                edge,
                "end",
                edge);
    }
}
