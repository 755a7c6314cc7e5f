package outdial.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outdial.imports.Correspondence;
import outdial.imports.ImportId;

public final class MemoryCorrespondence implements Correspondence {
    private final Map<String, Arrival> arrivals = new HashMap<>();
    private final Map<ImportId, Addressee> addressees = new HashMap<>();

    @Override
    public synchronized Arrival first(String mail, Arrival arrival) {
        arrivals.putIfAbsent(mail, arrival);
        return arrivals.getOrDefault(mail, arrival);
    }

    @Override
    public synchronized void expect(ImportId id, Addressee addressee, Instant now) {
        addressees.put(id, addressee);
    }

    @Override
    public synchronized Optional<Addressee> addressee(ImportId id) {
        return Optional.ofNullable(addressees.get(id));
    }
}
