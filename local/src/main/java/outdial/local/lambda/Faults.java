package outdial.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What SQS may do to messages and rarely does: deliver them twice, late, or never. Tests switch it on by queue name.
public final class Faults {
    private final Map<String, AtomicInteger> swallowing = new ConcurrentHashMap<>();
    private final Map<String, Boolean> duplicating = new ConcurrentHashMap<>();
    private final Map<String, Duration> delaying = new ConcurrentHashMap<>();

    /// The next messages of the queue are gone, as if they had never been sent.
    public void swallow(String queue, int messages) {
        swallowing.computeIfAbsent(queue, name -> new AtomicInteger()).addAndGet(messages);
    }

    /// Every message of the queue is handled twice, the second time after the first is done.
    public void duplicate(String queue) {
        duplicating.put(queue, true);
    }

    /// Every message of the queue arrives that much later. Its visibility time-out runs meanwhile.
    public void delay(String queue, Duration delay) {
        delaying.put(queue, delay);
    }

    /// From now on all is well again.
    public void clear() {
        swallowing.clear();
        duplicating.clear();
        delaying.clear();
    }

    boolean duplicates(String queue) {
        return duplicating.containsKey(queue);
    }

    Duration delayOf(String queue) {
        return delaying.getOrDefault(queue, Duration.ZERO);
    }

    /// The messages that get lost among these.
    List<JsonNode> lost(String queue, List<JsonNode> messages) {
        AtomicInteger left = swallowing.getOrDefault(queue, new AtomicInteger());
        List<JsonNode> lost = new ArrayList<>();
        for (JsonNode message : messages) {
            if (left.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
                lost.add(message);
            }
        }
        return lost;
    }
}
