package outdial.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Attempts;
import outdial.call.Closing;
import outdial.campaign.CampaignId;
import outdial.contact.ContactId;
import outdial.page.Page;
import outdial.page.PageRequest;

public final class MemoryAttempts implements Attempts {
    private final Object lock;
    private final Map<CampaignId, SortedMap<String, Attempt>> byCampaign = new HashMap<>();
    private final Map<Key, Attempt> attempts = new HashMap<>();
    private final Map<Key, String> calls = new HashMap<>();

    MemoryAttempts(Object lock) {
        this.lock = lock;
    }

    private record Key(ContactId contact, AttemptId id) {}

    @Override
    public Optional<Attempt> find(ContactId contact, AttemptId id) {
        synchronized (lock) {
            return Optional.ofNullable(attempts.get(new Key(contact, id)));
        }
    }

    @Override
    public boolean note(ContactId contact, AttemptId id, String carrierCallId) {
        synchronized (lock) {
            Key key = new Key(contact, id);
            return attempts.containsKey(key)
                    && calls.computeIfAbsent(key, _ -> carrierCallId).equals(carrierCallId);
        }
    }

    @Override
    public Optional<String> callOf(ContactId contact, AttemptId id) {
        synchronized (lock) {
            return Optional.ofNullable(calls.get(new Key(contact, id)));
        }
    }

    @Override
    public boolean amend(Attempt amended) {
        synchronized (lock) {
            boolean closedByLease = find(amended.contact(), amended.id())
                    .flatMap(Attempt::closing)
                    .filter(closing -> closing.by() == Closing.By.LEASE)
                    .isPresent();
            if (closedByLease) put(amended);
            return closedByLease;
        }
    }

    @Override
    public Page<Attempt> list(CampaignId campaign, PageRequest page) {
        synchronized (lock) {
            return Pages.of(of(campaign), page, attempt -> attempt.closing().isPresent());
        }
    }

    void put(Attempt attempt) {
        attempts.put(new Key(attempt.contact(), attempt.id()), attempt);
        of(attempt.campaign().id()).put(attempt.contact() + "#" + attempt.id(), attempt);
    }

    private SortedMap<String, Attempt> of(CampaignId campaign) {
        return byCampaign.computeIfAbsent(campaign, _ -> new TreeMap<>());
    }
}
