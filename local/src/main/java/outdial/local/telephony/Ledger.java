package outdial.local.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/// The network's own book of every call, independent of what the caller believes. Safe for use by many threads; answers
/// are copies.
public final class Ledger {
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Page> open = new LinkedHashMap<>();
    private final Map<String, Integer> callsByNumber = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<Violation> failures = new ArrayList<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Optional<LedgerFile> file;

    private Ledger(Optional<LedgerFile> file) {
        this.file = file;
        file.ifPresent(kept -> kept.found().forEach(this::apply));
    }

    static Ledger inMemory() {
        return new Ledger(Optional.empty());
    }

    static Ledger keptIn(LedgerFile file) {
        return new Ledger(Optional.of(file));
    }

    /// Every call, in the order of placing.
    public synchronized List<CallRecord> calls() {
        return pages.values().stream().map(Page::call).toList();
    }

    /// Every call to a number, in the order of placing.
    public List<CallRecord> callsTo(String number) {
        return calls().stream().filter(call -> call.to().equals(number)).toList();
    }

    /// So many calls are on now.
    public synchronized int active() {
        return open.size();
    }

    /// So many calls of this kind are on now.
    synchronized int active(Predicate<CallRequest> kind) {
        return (int) open.values().stream()
                .filter(page -> kind.test(page.call().request()))
                .count();
    }

    /// All that is known of one call.
    synchronized Optional<Page> page(String id) {
        return Optional.ofNullable(pages.get(id));
    }

    /// The most calls that were on at one moment.
    public int maxConcurrent() {
        var ends = new PriorityQueue<Instant>();
        int most = 0;
        for (CallRecord call : calls()) {
            while (!ends.isEmpty() && !ends.element().isAfter(call.placedAt())) {
                ends.remove();
            }
            ends.add(call.endedAt().orElse(Instant.MAX));
            most = Math.max(most, ends.size());
        }
        return most;
    }

    /// Calls to a number that had not ended an earlier one: nobody may be called so.
    public List<CallRecord> overlapping() {
        Map<String, List<CallRecord>> earlier = new HashMap<>();
        List<CallRecord> overlapping = new ArrayList<>();
        for (CallRecord call : calls()) {
            List<CallRecord> before = earlier.computeIfAbsent(call.to(), number -> new ArrayList<>());
            if (before.stream().anyMatch(call::overlaps)) {
                overlapping.add(call);
            }
            before.add(call);
        }
        return List.copyOf(overlapping);
    }

    /// The time from each call's start to the next one's.
    public List<Duration> startGaps() {
        List<Instant> starts = calls().stream()
                .map(CallRecord::placedAt)
                .sorted(Comparator.naturalOrder())
                .toList();
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < starts.size(); i++) {
            gaps.add(Duration.between(starts.get(i - 1), starts.get(i)));
        }
        return List.copyOf(gaps);
    }

    /// Replies that the service would not have taken; must be empty. Since the network's start, not kept in a file.
    public synchronized List<Violation> violations() {
        return List.copyOf(violations);
    }

    /// Events for which the function failed twice, or was silent for too long, so that the call was hung up. Since the
    /// network's start, not kept in a file.
    public synchronized List<Violation> functionFailures() {
        return List.copyOf(failures);
    }

    /// How many requests to the network's API were refused, by the error's code, such as `Throttled`.
    public synchronized Map<String, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    synchronized void refused(String code) {
        refusals.merge(code, 1, Integer::sum);
    }

    synchronized void write(Entry entry) {
        file.ifPresent(kept -> kept.append(entry));
        apply(entry);
    }

    synchronized void object(Violation violation) {
        violations.add(violation);
    }

    synchronized void failed(Violation failure) {
        failures.add(failure);
    }

    synchronized int countTo(String number) {
        return callsByNumber.getOrDefault(number, 0);
    }

    synchronized boolean isTalking(String number) {
        return open.values().stream().anyMatch(page -> page.call().to().equals(number));
    }

    /// Calls whose end the function was not told.
    synchronized List<Page> unreported() {
        return pages.values().stream().filter(page -> !page.reported()).toList();
    }

    void close() {
        file.ifPresent(LedgerFile::close);
    }

    private void apply(Entry entry) {
        String id = entry.transactionId();
        Page page = entry.note() instanceof Note.Placed placed ? Page.placed(id, placed, entry.at()) : pages.get(id);
        if (page == null) {
            throw new IllegalStateException("the ledger has no call " + id);
        }
        Page changed = page.with(entry.note(), entry.at());
        pages.put(id, changed);
        if (changed.call().ending().isPresent()) {
            open.remove(id);
        } else {
            open.put(id, changed);
        }
        if (entry.note() instanceof Note.Placed(String callId, CallRequest request, Persona persona)) {
            callsByNumber.merge(request.to(), 1, Integer::sum);
        }
    }
}
