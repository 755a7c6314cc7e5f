package outdial.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads `calling-rules.csv`, whose cells by contract hold neither commas nor quotes. Lines with the same id
/// are one rule with several hours; what is not hours is taken from the first of them.
final class RulesFile {
    private static final String NAME = "calling-rules.csv";

    private RulesFile() {}

    static Rulebook read() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RulesFile.class.getResourceAsStream(NAME), NAME), StandardCharsets.UTF_8))) {
            return read(reader.lines().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @param lines the first of them the header
    static Rulebook read(List<String> lines) {
        Map<String, List<RuleLine>> byId = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            RuleLine read = RuleLine.of(line);
            byId.computeIfAbsent(read.id(), id -> new ArrayList<>()).add(read);
        }
        return new Rulebook(byId.values().stream().map(RuleLine::rule).toList());
    }
}
