package outdial.memory;

import java.util.ArrayList;
import java.util.List;
import outdial.dialing.DialOrder;
import outdial.dialing.DialQueue;

/// Keeps the orders until somebody takes them.
public final class MemoryDialQueue implements DialQueue {
    private final List<DialOrder> orders = new ArrayList<>();

    @Override
    public synchronized void send(List<DialOrder> sent) {
        orders.addAll(sent);
    }

    /// Takes all orders that are there.
    public synchronized List<DialOrder> take() {
        List<DialOrder> taken = List.copyOf(orders);
        orders.clear();
        return taken;
    }
}
