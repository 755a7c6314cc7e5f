package outdial.local.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import outdial.local.telephony.CallRecord;

/// Holds what Outdial says against what the phone network saw, once a campaign is over. Pure; the network's ledger is
/// taken as the truth.
public final class Audit {
    private static final String DO_NOT_CALL = "DO_NOT_CALL";
    private static final String CARRIER_ERROR = "CARRIER_ERROR";

    /// What the code of a call that nobody answered means (RFC 3261); written down again here, so that a wrong table in
    /// Outdial is found out.
    private static final Map<Integer, String> UNANSWERED =
            Map.of(480, "NO_ANSWER", 486, "BUSY", 404, "INVALID_NUMBER", 603, "REJECTED", 503, CARRIER_ERROR);

    private static final Map<String, String> FINAL = Map.of(
            "NO_ANSWER",
            "NO_ANSWER",
            "BUSY",
            "NO_ANSWER",
            "VOICEMAIL",
            "NO_ANSWER",
            "INVALID_NUMBER",
            "FAILED",
            "REJECTED",
            "FAILED",
            "UNKNOWN",
            "FAILED",
            DO_NOT_CALL,
            DO_NOT_CALL);

    private final List<CallRecord> ledger;
    private final Books books;
    private final Promises promises;

    private Audit(List<CallRecord> ledger, Books books, Promises promises) {
        this.ledger = ledger.stream()
                .sorted(Comparator.comparing(CallRecord::placedAt))
                .toList();
        this.books = books;
        this.promises = promises;
    }

    /// Every disagreement and every broken promise, each as a sentence; none means that the books are right.
    ///
    /// @param ledger every call of the campaign, by the network's account
    public static List<String> of(List<CallRecord> ledger, Books books, Promises promises) {
        Audit audit = new Audit(ledger, books, promises);
        List<String> wrong = new ArrayList<>();
        audit.everyCallIsOneAttempt(wrong);
        audit.everyAttemptIsOneCall(wrong);
        audit.nobodyIsCalledTwiceAtOnce(wrong);
        audit.nobodyIsCalledWhoSaidStop(wrong);
        audit.noMoreCallsAtOnceThanAllowed(wrong);
        audit.everybodyIsDone(wrong);
        return List.copyOf(wrong);
    }

    private void everyCallIsOneAttempt(List<String> wrong) {
        Map<String, Books.Attempt> attempts = books.calls().stream()
                .collect(Collectors.toMap(Books.Attempt::id, Function.identity(), (first, _) -> first));
        Set<String> seen = new HashSet<>();
        for (CallRecord call : ledger) {
            String id = call.request().attemptId().orElse("");
            Books.Attempt attempt = attempts.get(id);
            if (attempt == null) {
                wrong.add("the network placed a call to " + call.to() + " that the books do not know: attempt '" + id
                        + "'");
                continue;
            }
            if (!seen.add(id)) wrong.add("attempt " + id + " was placed more than once, to " + call.to());
            if (!attempt.placed()) wrong.add("attempt " + id + " was placed, the books say it was not");
            if (!attempt.phone().equals(call.to())) {
                wrong.add("attempt " + id + " went to " + call.to() + ", the books say " + attempt.phone());
            }
            compareOutcome(call, attempt, wrong);
        }
    }

    private void compareOutcome(CallRecord call, Books.Attempt attempt, List<String> wrong) {
        if (call.ending().isEmpty()) {
            wrong.add("the call of attempt " + attempt.id() + " has not ended");
            return;
        }
        String happened = outcome(call);
        if (!happened.equals(attempt.outcome())) {
            wrong.add("attempt " + attempt.id() + " ended as " + happened + ", the books say '" + attempt.outcome()
                    + "'");
        }
    }

    private void everyAttemptIsOneCall(List<String> wrong) {
        Set<String> placed = ledger.stream()
                .flatMap(call -> call.request().attemptId().stream())
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (Books.Attempt attempt : books.calls()) {
            if (!seen.add(attempt.id())) wrong.add("attempt " + attempt.id() + " is in the books twice");
            if (attempt.placed() && !placed.contains(attempt.id())) {
                wrong.add("attempt " + attempt.id() + " to " + attempt.phone() + " never reached the network");
            }
        }
    }

    private void nobodyIsCalledTwiceAtOnce(List<String> wrong) {
        callsByNumber().forEach((number, calls) -> {
            for (int i = 1; i < calls.size(); i++) {
                Instant end = calls.get(i - 1).endedAt().orElse(Instant.MAX);
                if (calls.get(i).placedAt().isBefore(end)) wrong.add(number + " was called while it was in a call");
            }
            long counted = calls.stream()
                    .filter(call -> !outcome(call).equals(CARRIER_ERROR))
                    .count();
            if (counted > promises.callsPerContact()) {
                wrong.add(number + " was called " + counted + " times, at most " + promises.callsPerContact()
                        + " allowed");
            }
        });
    }

    private void nobodyIsCalledWhoSaidStop(List<String> wrong) {
        Map<String, Instant> stopped = new HashMap<>(promises.doNotCall());
        for (CallRecord call : ledger) {
            Instant since = stopped.getOrDefault(call.to(), Instant.MAX);
            if (call.placedAt().isAfter(since))
                wrong.add(call.to() + " was called after it was on the do-not-call list");
            if (outcome(call).equals(DO_NOT_CALL)) {
                stopped.merge(
                        call.to(),
                        call.endedAt().orElse(Instant.MAX),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
    }

    private void noMoreCallsAtOnceThanAllowed(List<String> wrong) {
        int most = mostAtOnce(ledger);
        if (most > promises.concurrency()) {
            wrong.add(most + " calls were on at once, at most " + promises.concurrency() + " allowed");
        }
    }

    private void everybodyIsDone(List<String> wrong) {
        Map<String, List<CallRecord>> calls = callsByNumber();
        for (Books.Contact contact : books.contacts()) {
            List<CallRecord> counted = calls.getOrDefault(contact.phone(), List.of()).stream()
                    .filter(call -> !outcome(call).equals(CARRIER_ERROR))
                    .toList();
            if (contact.attempts() != counted.size()) {
                wrong.add(contact.phone() + " was called " + counted.size() + " times, the books say "
                        + contact.attempts());
            }
            Set<String> right = statusesAfter(counted, contact.phone());
            if (promises.mayWait().test(contact.phone())) right.add("PENDING");
            if (!right.contains(contact.status())) {
                wrong.add(contact.phone() + " should be " + String.join(" or ", right) + ", the books say "
                        + contact.status());
            }
        }
    }

    /// Nobody called: the carrier did not take the number, or it came on the do-not-call list in time.
    private Set<String> statusesAfter(List<CallRecord> calls, String phone) {
        Set<String> right = new TreeSet<>();
        if (calls.isEmpty()) right.add("FAILED");
        if (calls.isEmpty() || promises.doNotCall().containsKey(phone)) right.add(DO_NOT_CALL);
        if (!calls.isEmpty()) right.add(FINAL.getOrDefault(outcome(calls.getLast()), "COMPLETED"));
        return right;
    }

    /// What the network saw of a call, in the words of the books.
    private String outcome(CallRecord call) {
        if (call.answeredAt().isEmpty()) {
            return call.sipCode()
                    .map(code -> UNANSWERED.getOrDefault(code, "UNKNOWN"))
                    .orElse("");
        }
        Optional<String> meant = call.keys()
                .codePoints()
                .mapToObj(Character::toString)
                .flatMap(key -> Optional.ofNullable(promises.keys().get(key)).stream())
                .findFirst();
        return meant.orElse("COMPLETED");
    }

    private Map<String, List<CallRecord>> callsByNumber() {
        return ledger.stream().collect(Collectors.groupingBy(CallRecord::to, LinkedHashMap::new, Collectors.toList()));
    }

    private static int mostAtOnce(List<CallRecord> inOrder) {
        var ends = new PriorityQueue<Instant>();
        int most = 0;
        for (CallRecord call : inOrder) {
            while (!ends.isEmpty() && !ends.element().isAfter(call.placedAt())) ends.remove();
            ends.add(call.endedAt().orElse(Instant.MAX));
            most = Math.max(most, ends.size());
        }
        return most;
    }
}
