package outdial.local.aws;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps the emulators' own chatter out of the terminal: DynamoDB Local logs a stack trace for every condition that
/// fails, which is how our code decides who wins.
final class QuietLogs {
    /// Held, because the log manager forgets the level of a logger that nobody holds.
    private static final List<Logger> SILENT = List.of(
            Logger.getLogger("software.amazon.dynamodb"),
            Logger.getLogger("org.eclipse.jetty"),
            Logger.getLogger("org.elasticmq"),
            Logger.getLogger("org.apache.pekko"),
            Logger.getLogger("org.subethamail"),
            Logger.getLogger("software.amazon.awssdk"));

    private QuietLogs() {}

    static void on() {
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
