package outdial.imports;

import java.time.Duration;
import java.util.List;

/// Orders workers to read chunks, at least once each.
public interface ChunkQueue {
    void send(Details details, List<Integer> chunks);

    /// Orders the import to be given up after `delay`, unless it has ended by then.
    void giveUpLater(Details details, Duration delay);
}
