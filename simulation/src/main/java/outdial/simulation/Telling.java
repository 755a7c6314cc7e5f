package outdial.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Says how a run ended, to people and as one JSON object to programs.
final class Telling {
    private static final double MILLIS = 1000.0;

    private Telling() {}

    static void held(PrintStream out, boolean json, Scenario scenario, Run.Result result, Duration took) {
        out.printf(
                Locale.ROOT,
                "Seed %d: every rule held. %,d calls to %,d contacts, at most %,d at once, in %s of virtual time;"
                        + " %,d effects in %.1f s.%n",
                scenario.seed(),
                result.calls(),
                total(result.byStatus()),
                result.mostAtOnce(),
                days(result.virtual()),
                result.effects(),
                took.toMillis() / MILLIS);
        out.println("  " + words(result.byStatus()));
        if (!result.waiting().isEmpty()) out.println("  of those that wait: " + words(result.waiting()));
        if (!json) return;
        ObjectNode object = about(scenario);
        object.put("start", scenario.start().toString());
        object.put("calls", result.calls());
        object.put("retries", result.retries());
        object.put("mostAtOnce", result.mostAtOnce());
        object.put("concluded", result.concluded());
        object.put("effects", result.effects());
        object.put("virtualSeconds", result.virtual().toSeconds());
        object.put("seconds", took.toMillis() / MILLIS);
        object.put("violations", 0);
        object.set("contactsByStatus", counts(result.byStatus()));
        object.set("waitingFor", counts(result.waiting()));
        out.println(object);
    }

    static void broken(PrintStream out, boolean json, Shrinker.Broken broken) {
        Scenario scenario = broken.scenario();
        out.println("What led to it, shortest known:");
        broken.history().forEach(event -> out.println("  " + event));
        out.println("BROKEN: " + broken.rule());
        out.println("Seed " + scenario.seed() + " with " + scenario.contacts() + " contacts, " + days(scenario.length())
                + ", faults " + scenario.faults() + ".");
        if (json) out.println(about(scenario).put("violations", 1).put("rule", broken.rule()));
    }

    private static ObjectNode about(Scenario scenario) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("seed", scenario.seed());
        object.put("contacts", scenario.contacts());
        object.put(
                "days",
                scenario.length().toSeconds() / (double) Duration.ofDays(1).toSeconds());
        object.put("faults", scenario.faults().level().name().toLowerCase(Locale.ROOT));
        return object;
    }

    private static ObjectNode counts(Map<String, Long> counts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        counts.forEach(object::put);
        return object;
    }

    private static String words(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String days(Duration time) {
        return time.toDays() + " days " + time.toHoursPart() + " h";
    }
}
