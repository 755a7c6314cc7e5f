package outdial.functions.dynamo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outdial.rules.Region;
import outdial.rules.Switches;
import outdial.workspace.Stop;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A workspace's policy as an item: `stop`, and for the rules `allOff`, `off`, `on` and `blocked`.
final class PolicyItems {
    private PolicyItems() {}

    static Map<String, String> stop(Stop stop) {
        return said(stop.reason(), stop.by(), stop.at());
    }

    static Optional<Stop> stop(Row row) {
        return row.part("stop")
                .map(stop -> new Stop(stop.textOr("reason", ""), stop.textOr("by", ""), stop.time("at")));
    }

    static Map<String, AttributeValue> switches(Switches switches) {
        Item item = new Item();
        switches.allOff().ifPresent(why -> item.put("allOff", said(why.reason(), why.by(), why.at())));
        Map<String, AttributeValue> off = new LinkedHashMap<>();
        switches.off().forEach((id, why) -> off.put(id, Item.map(said(why.reason(), why.by(), why.at()))));
        if (!off.isEmpty()) item.put("off", AttributeValue.fromM(off));
        return item.putSet("on", switches.on())
                .put(
                        "blocked",
                        switches.blockedUntil().entrySet().stream()
                                .collect(Collectors.toMap(
                                        block -> block.getKey().code(),
                                        block -> block.getValue().toString())))
                .map();
    }

    static Switches switches(Row row) {
        return new Switches(
                row.part("allOff").map(PolicyItems::waiver),
                row.maps("off").entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, off -> waiver(off.getValue()))),
                row.set("on"),
                row.map("blocked").entrySet().stream()
                        .collect(Collectors.toMap(
                                block -> new Region(block.getKey()), block -> LocalDate.parse(block.getValue()))));
    }

    private static Switches.Waiver waiver(Row row) {
        return new Switches.Waiver(row.text("reason"), row.text("by"), row.time("at"));
    }

    private static Map<String, String> said(String reason, String by, Instant at) {
        return Map.of("reason", reason, "by", by, "at", at.toString());
    }
}
