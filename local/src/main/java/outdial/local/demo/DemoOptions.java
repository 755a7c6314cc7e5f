package outdial.local.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import outdial.local.Now;
import outdial.local.Options.Ports;

/// What the demo was asked for.
///
/// @param contacts the user's own list; empty: the sample
/// @param json whether the last line is one JSON object
/// @param seed decides how everybody behaves when called
/// @param now the time to pretend it is; empty: the machine's
/// @param ports where the local cloud listens; free ones unless they were named
record DemoOptions(Optional<Path> contacts, boolean json, long seed, Optional<Instant> now, Ports ports) {
    static final String USAGE = """
            Usage: ./outdial demo [--contacts FILE] [--json] [--seed NUMBER] [--now TIME] [--aws-port PORT] [--http-port PORT]

              --contacts FILE   call the people of this CSV list instead of the sample; nobody real is called
              --json            print one JSON object as the last line
              --seed NUMBER     other people: who answers, is busy, presses a key
              --now TIME        as if it were that time, such as 2026-11-23T15:00:00Z, 2026-11-23T10:00-05:00
                                or '2026-11-23T10:00[America/New_York]'
              --aws-port PORT   where S3, DynamoDB and SQS answer, usually any free port
              --http-port PORT  where the API answers, usually any free port""";

    private static final int HIGHEST_PORT = 65_535;

    static DemoOptions usual() {
        return new DemoOptions(Optional.empty(), false, 1, Optional.empty(), Ports.FREE);
    }

    /// @throws IllegalArgumentException with a sentence for the user
    static DemoOptions parse(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        DemoOptions options = usual();
        while (!left.isEmpty()) {
            options = options.with(left.removeFirst(), left);
        }
        return options;
    }

    private DemoOptions with(String option, Deque<String> left) {
        return switch (option) {
            case "--contacts" -> new DemoOptions(Optional.of(Path.of(value(option, left))), json, seed, now, ports);
            case "--json" -> new DemoOptions(contacts, true, seed, now, ports);
            case "--seed" -> new DemoOptions(contacts, json, number(option, value(option, left)), now, ports);
            case "--now" -> new DemoOptions(contacts, json, seed, Optional.of(Now.parse(value(option, left))), ports);
            case "--aws-port" ->
                new DemoOptions(contacts, json, seed, now, new Ports(port(option, left), ports.http(), ports.smtp()));
            case "--http-port" ->
                new DemoOptions(contacts, json, seed, now, new Ports(ports.aws(), port(option, left), ports.smtp()));
            default -> throw new IllegalArgumentException("There is no option " + option + ".");
        };
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) throw new IllegalArgumentException(option + " needs a value.");
        return left.removeFirst();
    }

    private static int port(String option, Deque<String> left) {
        long port = number(option, value(option, left));
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(option + " must be 0 to " + HIGHEST_PORT + ", was " + port + ".");
        }
        return (int) port;
    }

    private static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(option + " must be a whole number, was '" + text + "'.");
        }
    }
}
