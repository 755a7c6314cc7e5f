package outdial.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// What became of a list.
///
/// @param list what the import made of its rows
/// @param people how the campaign ended for whom it had
/// @param calls placed, with the retries among them
/// @param seconds from starting the local cloud to the end of the campaign
record Summary(Listed list, People people, Calls calls, BigDecimal seconds) {
    record Listed(int rows, int imported, int duplicates, int invalid, int doNotCall) {}

    /// @param optedOut who asked in a call not to be called again
    record People(int completed, int noAnswer, int failed, int optedOut) {}

    record Calls(int placed, int retries, int maxConcurrent, int concurrencyLimit) {}

    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("rows", list.rows())
                .put("imported", list.imported())
                .put("duplicates", list.duplicates())
                .put("invalid", list.invalid())
                .put("doNotCall", list.doNotCall())
                .put("calls", calls.placed())
                .put("completed", people.completed())
                .put("noAnswer", people.noAnswer())
                .put("failed", people.failed())
                .put("optedOut", people.optedOut())
                .put("retries", calls.retries())
                .put("maxConcurrent", calls.maxConcurrent())
                .put("concurrencyLimit", calls.concurrencyLimit())
                .put("seconds", seconds);
        return json.toString();
    }

    /// As a table of at most 80 columns.
    String table() {
        List<List<String>> rows = List.of(
                row("rows in the list", list.rows(), "calls", calls.placed(), "people reached", people.completed()),
                row("imported", list.imported(), "of them retries", calls.retries(), "no answer", people.noAnswer()),
                row("duplicates", list.duplicates(), "most at once", calls.maxConcurrent(), "failed", people.failed()),
                row("invalid", list.invalid(), "allowed", calls.concurrencyLimit(), "opted out", people.optedOut()),
                List.of("on do-not-call", "" + list.doNotCall(), "seconds", seconds.toPlainString(), "", ""));
        return rows.stream()
                .map(row -> "  %-17s %5s     %-16s %5s     %-14s %5s"
                        .formatted(row.toArray())
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> row(String first, int one, String second, int two, String third, int three) {
        return List.of(first, "" + one, second, "" + two, third, "" + three);
    }
}
