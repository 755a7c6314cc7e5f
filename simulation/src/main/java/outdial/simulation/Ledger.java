package outdial.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Optional;
import outdial.call.Attempt;

/// What the phone network writes down of every call, in the order in which they began: `phone,startedAt,answeredAt,
/// endedAt,campaign,attempt`, times in UTC, `answeredAt` empty where nobody answered.
final class Ledger {
    private static final String HEADER = "phone,startedAt,answeredAt,endedAt,campaign,attempt\n";

    private final Writer file;

    Ledger(Writer file) {
        this.file = file;
        write(HEADER);
    }

    void add(Attempt attempt, Instant startedAt, Optional<Instant> answeredAt, Instant endedAt) {
        write(attempt.route().to().e164() + "," + startedAt + ","
                + answeredAt.map(Instant::toString).orElse("") + "," + endedAt + ","
                + attempt.campaign().id() + "," + attempt.id() + "\n");
    }

    private void write(String line) {
        try {
            file.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the ledger", e);
        }
    }
}
