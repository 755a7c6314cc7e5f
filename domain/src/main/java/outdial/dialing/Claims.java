package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outdial.campaign.Campaign;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Queued;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.Enrollment.Waiting;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Lane;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Status;
import outdial.phone.PhoneNumber;
import outdial.rules.CallingHours;
import outdial.workspace.WorkspaceId;

/// Turns due contacts into claims with an order to a dialer each; what a dialer would refuse anyway is moved on
/// here.
final class Claims {
    private final Books books;
    private final Books glances;
    private final DialLine line;

    Claims(Books books, Books glances, DialLine line) {
        this.books = books;
        this.glances = glances;
        this.line = line;
    }

    /// How many contacts were claimed, how many moved on, and where those wait who were neither.
    record Result(int claimed, int moved, Set<Lane> left) {
        boolean changedAnything() {
            return claimed + moved > 0;
        }
    }

    /// Claims the first of `due`, as many as the share allows, but moves on those of them who may not be called.
    Result claim(Campaign campaign, Allotment.Share share, List<Waiting> due, Openings openings) {
        List<Waiting> first = due.subList(0, Math.min(due.size(), share.calls()));
        Ahead ahead = lookAhead(campaign, first);
        Set<EnrollmentId> handled = new HashSet<>();
        List<Waiting> chosen = new ArrayList<>();
        for (Waiting waiting : first) {
            Optional<Enrollment> elsewhere = elsewhere(waiting, ahead, openings);
            if (elsewhere.isEmpty()) chosen.add(waiting);
            else if (books.enrollments().change(waiting, elsewhere.get())) handled.add(waiting.id());
        }
        int moved = handled.size();
        claim(chosen, share).forEach(queued -> handled.add(queued.id()));
        return new Result(handled.size() - moved, moved, lanesOf(due, handled));
    }

    /// The claim of one who waits; empty where nobody may call him now.
    Optional<Enrollments.Claim> of(Waiting waiting, Campaign campaign, Allotment.Share share, Openings openings) {
        Ahead ahead = lookAhead(campaign, List.of(waiting));
        return elsewhere(waiting, ahead, openings).isPresent()
                ? Optional.empty()
                : Optional.of(staggered(List.of(waiting), share).getFirst());
    }

    private List<Queued> claim(List<Waiting> chosen, Allotment.Share share) {
        if (chosen.isEmpty()) return List.of();
        List<Queued> claimed = books.enrollments().claim(staggered(chosen, share), share.limits());
        order(claimed, share.probe());
        return claimed;
    }

    private static Set<Lane> lanesOf(List<Waiting> due, Set<EnrollmentId> handled) {
        return due.stream()
                .filter(waiting -> !handled.contains(waiting.id()))
                .map(Waiting::lane)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What a dialer would find out about these numbers.
    private record Ahead(Set<PhoneNumber> forbidden, Map<PhoneNumber, NumberRecord> records) {}

    private Ahead lookAhead(Campaign campaign, List<Waiting> due) {
        Set<PhoneNumber> phones = due.stream().map(w -> w.who().phone()).collect(Collectors.toSet());
        WorkspaceId workspace = campaign.ref().workspace();
        return new Ahead(
                glances.doNotCall().among(workspace, phones), glances.numbers().find(workspace, phones));
    }

    /// What becomes of a contact that may not be called now; empty where it may.
    private Optional<Enrollment> elsewhere(Waiting waiting, Ahead ahead, Openings openings) {
        PhoneNumber phone = waiting.who().phone();
        if (ahead.forbidden().contains(phone)) return Optional.of(waiting.finish(Status.DO_NOT_CALL));
        Instant now = line.clock().instant();
        Optional<NumberRecord> record = Optional.ofNullable(ahead.records().get(phone));
        Optional<Enrollment> busy = record.flatMap(number -> number.busyUntil(now))
                .map(until -> waiting.postpone(until, Reason.NUMBER_BUSY));
        return busy.or(() -> record.flatMap(
                        number -> quietUntil(number, openings.of(waiting.lane().group()), now))
                .map(until -> waiting.postpone(until, Reason.FREQUENCY)));
    }

    private static Optional<Instant> quietUntil(NumberRecord number, CallingHours hours, Instant now) {
        return switch (hours) {
            case CallingHours.Known known -> known.forbidUntil(number.history(), now);
            case CallingHours.Unknown _ -> Optional.empty();
        };
    }

    /// Each claim's lease covers the delay that the pace imposes on it.
    private List<Enrollments.Claim> staggered(List<Waiting> contacts, Allotment.Share share) {
        return IntStream.range(0, contacts.size())
                .mapToObj(k -> {
                    Instant start = share.from().plus(share.interval().multipliedBy(k));
                    Queued queued = contacts.get(k)
                            .claim(line.tokens().next(), start.plus(Timing.QUEUED_LEASE), share.scopes());
                    return new Enrollments.Claim(contacts.get(k), queued);
                })
                .toList();
    }

    /// Has dialers call those who were claimed.
    void order(List<Queued> claimed, boolean probe) {
        line.queue().send(claimed.stream().map(queued -> order(queued, probe)).toList());
    }

    private DialOrder order(Queued queued, boolean probe) {
        Duration wait =
                Duration.between(line.clock().instant(), queued.leaseEnd().minus(Timing.QUEUED_LEASE));
        return new DialOrder(queued.id(), queued.token(), Duration.ofSeconds(Math.max(0, wait.toSeconds())), probe);
    }
}
