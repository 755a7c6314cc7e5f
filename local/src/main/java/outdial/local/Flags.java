package outdial.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Options of the command line, each `--name VALUE`.
record Flags(Map<String, String> values) {
    /// Reads them all.
    ///
    /// @throws Command.UsageError one is unknown, or has no value
    static Flags of(List<String> arguments, Set<String> known) throws Command.UsageError {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!known.contains(name)) {
                throw new Command.UsageError("unknown option " + name);
            }
            if (i + 1 == arguments.size()) {
                throw new Command.UsageError(name + " needs a value");
            }
            values.put(name, arguments.get(i + 1));
        }
        return new Flags(values);
    }

    Optional<Path> path(String name) {
        return Optional.ofNullable(values.get(name)).map(Path::of);
    }

    /// The time that `--now` names.
    Optional<Instant> now() throws Command.UsageError {
        try {
            return Optional.ofNullable(values.get("--now")).map(Now::parse);
        } catch (IllegalArgumentException e) {
            throw new Command.UsageError(String.valueOf(e.getMessage()));
        }
    }

    int port(String name, int otherwise) throws Command.UsageError {
        String text = values.getOrDefault(name, Integer.toString(otherwise));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new Command.UsageError(name + " must be a port from 0 to 65535, was " + text);
        }
        return Integer.parseInt(text);
    }
}
