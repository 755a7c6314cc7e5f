package outdial.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import outdial.imports.ChunkQueue;
import outdial.imports.Details;

/// Keeps the orders until somebody takes them.
public final class MemoryChunkQueue implements ChunkQueue {
    private final List<Order> orders = new ArrayList<>();

    /// To read a chunk; without one, to give the import up.
    public record Order(Details details, OptionalInt chunk, Duration delay) {}

    @Override
    public synchronized void send(Details details, List<Integer> chunks) {
        chunks.forEach(chunk -> orders.add(new Order(details, OptionalInt.of(chunk), Duration.ZERO)));
    }

    @Override
    public synchronized void giveUpLater(Details details, Duration delay) {
        orders.add(new Order(details, OptionalInt.empty(), delay));
    }

    /// Takes all orders that are there.
    public synchronized List<Order> take() {
        List<Order> taken = List.copyOf(orders);
        orders.clear();
        return taken;
    }
}
