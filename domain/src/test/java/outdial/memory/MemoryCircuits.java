package outdial.memory;

import java.util.HashMap;
import java.util.Map;
import outdial.dialing.Circuit;
import outdial.dialing.Circuits;

public final class MemoryCircuits implements Circuits {
    private final Object lock;
    private final Map<String, Circuit> circuits = new HashMap<>();

    MemoryCircuits(Object lock) {
        this.lock = lock;
    }

    @Override
    public Circuit of(String carrier) {
        synchronized (lock) {
            return circuits.getOrDefault(carrier, Circuit.sound());
        }
    }

    @Override
    public boolean change(String carrier, Circuit from, Circuit to) {
        synchronized (lock) {
            boolean unchanged = of(carrier).equals(from);
            if (unchanged) circuits.put(carrier, to);
            return unchanged;
        }
    }
}
