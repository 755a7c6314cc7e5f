package outdial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outdial.bench.Tally.Asked;
import outdial.bench.Tally.Sum;

/// What rows cost by AWS's rules, from the requests that write and look them up. Every item is new, so its index
/// entries are too: `due` of an enrollment, reckoned as if it held the whole item.
final class RowUnits {
    private static final Pattern TABLE = Pattern.compile("INTO \"(?:outdial-)?(\\w+)\"");
    private static final Pattern NAME = Pattern.compile("'(?<name>(?:[^']|'')+)':\\?");

    private final Tally tally;

    RowUnits(Tally tally) {
        this.tally = tally;
    }

    void count(HttpExchange exchange, String operation, byte[] body) throws IOException {
        JsonNode request = Meter.json(body);
        switch (operation) {
            case "BatchExecuteStatement" -> inserts(exchange, request);
            case "BatchGetItem" -> reads(exchange, request);
            default -> throw new IllegalArgumentException("no price is known for " + operation);
        }
    }

    /// The request counts once, on the table that most of its statements name.
    private void inserts(HttpExchange exchange, JsonNode request) {
        Map<String, Double> units = new TreeMap<>();
        for (JsonNode statement : request.path("Statements")) {
            String text = statement.path("Statement").asText();
            units.merge(table(text), units(item(text, statement.path("Parameters"))), Double::sum);
        }
        String first = units.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        units.forEach((table, sum) -> tally.add(asked(exchange, table), new Sum(table.equals(first) ? 1 : 0, sum, 0)));
    }

    private static double units(JsonNode item) {
        double entry = item.has("dueIn") ? Units.index(Optional.empty(), Optional.of(item), false) : 0;
        return Units.write(Optional.empty(), Optional.of(item)) + entry;
    }

    private static String table(String statement) {
        Matcher table = TABLE.matcher(statement);
        if (!table.find()) throw new IllegalArgumentException("no table in " + statement);
        return table.group(1);
    }

    private static JsonNode item(String statement, JsonNode parameters) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        Matcher name = NAME.matcher(statement);
        for (JsonNode value : parameters) {
            if (!name.find()) throw new IllegalArgumentException("more parameters than names in " + statement);
            item.set(name.group("name").replace("''", "'"), value);
        }
        return item;
    }

    private void reads(HttpExchange exchange, JsonNode request) {
        for (Map.Entry<String, JsonNode> table : request.path("RequestItems").properties()) {
            boolean consistent = table.getValue().path("ConsistentRead").asBoolean();
            double units = table.getValue().path("Keys").size() * Units.read(0, consistent);
            tally.add(asked(exchange, table.getKey().replaceFirst("^outdial-", "")), new Sum(1, 0, units));
        }
    }

    private static Asked asked(HttpExchange exchange, String table) {
        return Meter.asked(exchange, table);
    }
}
