package outdial.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Campaigns from the dice, in the JSON of the API.
final class MadeUpCampaigns {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ZONES =
            List.of("America/New_York", "America/Los_Angeles", "Europe/London", "Europe/Paris", "Australia/Sydney");
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final List<String> MODES = List.of("SCHEDULED", "SCHEDULED", "SCHEDULED", "MANUAL", "ON_ADD");
    private static final List<String> PURPOSES =
            List.of("TELEMARKETING", "TELEMARKETING", "COLLECTIONS", "RESEARCH", "INFORMATIONAL");
    private static final List<String> CAUSES = List.of("noAnswer", "busy", "voicemail", "failed");
    private static final List<Integer> DELAYS = List.of(0, 45, 600, 3_600);
    private static final int PEOPLE_PER_CAMPAIGN = 50_000;

    /// A slot is held for about this long by each call, counted generously.
    private static final int SECONDS_PER_CALL = 60;

    private static final int CALLS_PER_CONTACT = 2;
    private static final int OPEN_SECONDS_A_DAY = 8 * 3600;

    private final Random dice;
    private final Scenario scenario;

    MadeUpCampaigns(Scenario scenario, Random dice) {
        this.scenario = scenario;
        this.dice = dice;
    }

    List<JsonNode> all() {
        int campaigns = scenario.isBig() ? 1 + (scenario.contacts() - 1) / PEOPLE_PER_CAMPAIGN : 2 + dice.nextInt(3);
        return IntStream.range(0, campaigns)
                .<JsonNode>mapToObj(n -> scenario.isBig() ? big(n, campaigns) : small(n))
                .toList();
    }

    private ObjectNode big(int n, int campaigns) {
        ObjectNode campaign = named(n);
        campaign.set("callerNumbers", texts(List.of(callers().get(n % 2))));
        long calls = (long) CALLS_PER_CONTACT * scenario.contacts() / campaigns;
        long openSeconds = Math.max(1, OPEN_SECONDS_A_DAY * scenario.length().toDays());
        campaign.put("concurrency", Math.clamp(calls * SECONDS_PER_CALL / openSeconds, 5, 1000));
        campaign.set("window", window(ZONES.get(n % ZONES.size()), DAYS, "09:00", "20:30"));
        return campaign;
    }

    private ObjectNode small(int n) {
        ObjectNode campaign = named(n);
        campaign.put("type", dice.nextInt(4) == 0 ? "FOLLOW_UP" : "ONE_TIME");
        campaign.set("callerNumbers", texts(dice.nextBoolean() ? callers() : List.of(any(callers()))));
        campaign.put("concurrency", 1 + dice.nextInt(4));
        campaign.put("throttleMillis", any(List.of(0, 0, 700, 2_500)));
        campaign.set("retries", retries());
        if (scenario.isLawless() || dice.nextInt(6) > 0) campaign.set("window", window());
        campaign.put("executionMode", any(MODES));
        campaign.put("purpose", any(PURPOSES));
        if (dice.nextInt(3) == 0) campaign.set("eligibility", eligibility());
        if (dice.nextInt(4) == 0)
            campaign.put("startAt", scenario.start().plus(partOf(25)).toString());
        if (dice.nextInt(4) == 0)
            campaign.put("endAt", scenario.end().minus(partOf(50)).toString());
        return campaign;
    }

    /// Up to so many hundredths of the scenario.
    private Duration partOf(int most) {
        return scenario.length().multipliedBy(dice.nextInt(most)).dividedBy(100);
    }

    /// What an operator may change of a paused campaign.
    ObjectNode edit() {
        ObjectNode change = JSON.objectNode();
        switch (dice.nextInt(6)) {
            case 0 -> change.put("concurrency", 1 + dice.nextInt(5));
            case 4 -> change.set("eligibility", eligibility());
            case 5 -> change.put("executionMode", any(MODES));
            case 1 -> change.put("throttleMillis", any(List.of(0, 400, 1_500)));
            case 2 -> change.set("retries", retries());
            default -> change.set("window", window());
        }
        return change;
    }

    /// What keeps those from being called who are on their way to a call at `now`.
    ObjectNode hurriedEdit(Instant now) {
        ObjectNode change = JSON.objectNode();
        switch (dice.nextInt(8)) {
            case 0, 1 -> change.put("executionMode", "MANUAL");
            case 2, 3 -> change.set("window", soonOver(any(ZONES)));
            case 4 -> endsSoon(change, now);
            default -> beginsLater(change, now);
        }
        return change;
    }

    private void endsSoon(ObjectNode change, Instant now) {
        change.putNull("startAt");
        change.put("endAt", now.plusSeconds(1 + dice.nextInt(30)).toString());
    }

    private void beginsLater(ObjectNode change, Instant now) {
        change.putNull("endAt");
        change.put("startAt", now.plusSeconds(20 + dice.nextInt(900)).toString());
    }

    private ObjectNode named(int n) {
        ObjectNode campaign = JSON.objectNode();
        campaign.put("name", "campaign-" + (n + 1));
        campaign.put("agentId", "anna");
        return campaign;
    }

    private ObjectNode retries() {
        ObjectNode retries = JSON.objectNode();
        retries.put("maxRetries", dice.nextInt(4));
        retries.put("retryDelaySeconds", any(DELAYS));
        if (dice.nextInt(3) == 0) retries.put("anotherHour", true);
        int most = retries.get("maxRetries").asInt();
        for (String cause : CAUSES) {
            if (dice.nextInt(3) == 0) retries.set(cause, retriesAfter(dice.nextInt(most + 1)));
            else retries.putNull(cause);
        }
        return retries;
    }

    private ObjectNode retriesAfter(int most) {
        return JSON.objectNode().put("maxRetries", most).put("retryDelaySeconds", any(DELAYS));
    }

    private ObjectNode eligibility() {
        ObjectNode eligibility = JSON.objectNode().put("match", dice.nextBoolean() ? "ALL" : "ANY");
        ArrayNode conditions = eligibility.putArray("conditions");
        for (int n = dice.nextInt(2); n < 2; n++) conditions.add(condition());
        return eligibility;
    }

    private ObjectNode condition() {
        return switch (dice.nextInt(6)) {
            case 0 -> condition("segment", "IS", "gold", "SILVER");
            case 1 -> condition("segment", "IS_NOT", "bronze");
            case 2 -> condition("score", "AT_LEAST", "20");
            case 3 -> condition("score", "AT_MOST", "80");
            case 4 -> condition("custom.consent", "IS", "yes");
            default -> condition("custom.consent", "IS_KNOWN");
        };
    }

    private static ObjectNode condition(String field, String operator, String... values) {
        ObjectNode condition = JSON.objectNode().put("field", field).put("operator", operator);
        condition.set("values", texts(List.of(values)));
        return condition;
    }

    private ObjectNode window() {
        List<String> days = dice.nextInt(3) == 0 ? DAYS.subList(0, 1 + dice.nextInt(DAYS.size())) : DAYS;
        ObjectNode window = openHours(days);
        if (dice.nextInt(4) == 0) {
            LocalDate tomorrow =
                    LocalDate.ofInstant(scenario.start(), ZoneOffset.UTC).plusDays(1);
            window.set(
                    "holidays",
                    texts(List.of(tomorrow.minusDays(dice.nextInt(2)).toString())));
        }
        return window;
    }

    private ObjectNode openHours(List<String> days) {
        return switch (dice.nextInt(8)) {
            case 5 -> window("CONTACT_LOCAL", days, "08:00", "20:30");
            case 6 -> window("CONTACT_LOCAL", DAYS, "21:00", "11:30");
            case 7 -> withABreak(any(ZONES), days);
            case 0 -> window(any(ZONES), days, "20:00", "02:30");
            case 1 -> window(any(ZONES), days, "00:00", "00:00");
            case 2 -> soonOver(any(ZONES));
            default ->
                window(
                        any(ZONES),
                        days,
                        "%02d:30".formatted(7 + dice.nextInt(4)),
                        "%02d:15".formatted(16 + dice.nextInt(6)));
        };
    }

    private ObjectNode withABreak(String zone, List<String> days) {
        ObjectNode window = JSON.objectNode().put("timeZone", zone);
        ArrayNode hours = window.putArray("hours");
        hours.add(span(days, "08:00", "12:00"));
        hours.add(span(days, "12:30", "23:00"));
        return window;
    }

    /// It closes while everybody is still being called.
    private ObjectNode soonOver(String zone) {
        LocalTime start = scenario.start().atZone(ZoneId.of(zone)).toLocalTime();
        LocalTime end = start.plusMinutes(3 + dice.nextInt(20));
        return window(zone, DAYS, start.minusHours(1).toString(), end.toString());
    }

    private static ObjectNode window(String zone, List<String> days, String start, String end) {
        return span(days, start, end).put("timeZone", zone);
    }

    private static ObjectNode span(List<String> days, String start, String end) {
        ObjectNode span = JSON.objectNode();
        span.set("days", texts(days));
        return span.put("start", start).put("end", end);
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private List<String> callers() {
        return scenario.callers().stream().map(number -> number.phone().e164()).toList();
    }

    private <T> T any(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }
}
