package outdial.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCall;
import outdial.donotcall.DoNotCallEntry;
import outdial.donotcall.Listing;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

public final class MemoryDoNotCall implements DoNotCall {
    private final Object lock;
    private final Map<WorkspaceId, SortedMap<String, DoNotCallEntry>> entries = new HashMap<>();
    private final Set<String> rows = new HashSet<>();

    MemoryDoNotCall(Object lock) {
        this.lock = lock;
    }

    @Override
    public void add(DoNotCallEntry entry) {
        synchronized (lock) {
            of(entry.workspace()).merge(entry.phone().e164(), entry, MemoryDoNotCall::joined);
        }
    }

    @Override
    public List<Listed> enter(List<Listing> listings) {
        synchronized (lock) {
            return listings.stream().map(this::enter).toList();
        }
    }

    private Listed enter(Listing listing) {
        DoNotCallEntry entry = listing.entry();
        boolean before = find(entry.workspace(), entry.phone())
                .filter(known -> known.channels().containsAll(entry.channels()))
                .isPresent();
        if (before) return rows.contains(listing.row()) ? Listed.ADDED : Listed.THERE_BEFORE;
        rows.add(listing.row());
        add(entry);
        return Listed.ADDED;
    }

    @Override
    public boolean remove(WorkspaceId workspace, PhoneNumber phone) {
        synchronized (lock) {
            return of(workspace).remove(phone.e164()) != null;
        }
    }

    @Override
    public Optional<DoNotCallEntry> find(WorkspaceId workspace, PhoneNumber phone) {
        synchronized (lock) {
            return Optional.ofNullable(of(workspace).get(phone.e164()));
        }
    }

    @Override
    public List<DoNotCallEntry> find(WorkspaceId workspace, Collection<PhoneNumber> phones) {
        synchronized (lock) {
            return phones.stream()
                    .distinct()
                    .flatMap(phone -> find(workspace, phone).stream())
                    .toList();
        }
    }

    @Override
    public Page<DoNotCallEntry> list(WorkspaceId workspace, PageRequest page) {
        synchronized (lock) {
            return Pages.of(of(workspace), page, entry -> true);
        }
    }

    boolean forbids(WorkspaceId workspace, PhoneNumber phone) {
        return find(workspace, phone)
                .filter(entry -> entry.channels().contains(Channel.PHONE))
                .isPresent();
    }

    private SortedMap<String, DoNotCallEntry> of(WorkspaceId workspace) {
        return entries.computeIfAbsent(workspace, _ -> new TreeMap<>());
    }

    private static DoNotCallEntry joined(DoNotCallEntry first, DoNotCallEntry later) {
        Set<Channel> channels = Stream.of(first, later)
                .flatMap(entry -> entry.channels().stream())
                .collect(Collectors.toUnmodifiableSet());
        return new DoNotCallEntry(
                first.workspace(), first.phone(), channels, first.source(), first.reason(), first.addedAt());
    }
}
