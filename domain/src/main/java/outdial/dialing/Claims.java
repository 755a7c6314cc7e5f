package outdial.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outdial.campaign.Campaign;
import outdial.enrollment.Enrollment.Queued;
import outdial.enrollment.Enrollment.Waiting;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Status;
import outdial.phone.PhoneNumber;

/// Turns due contacts into claims with an order to a dialer each; what a dialer would refuse anyway is moved on here.
final class Claims {
    private final Books books;
    private final DialLine line;

    Claims(Books books, DialLine line) {
        this.books = books;
        this.line = line;
    }

    /// Claims as many of `due` as the share allows; answers how many contacts were claimed or moved on.
    int claim(Campaign campaign, Allotment.Share share, List<Waiting> due) {
        List<Waiting> fit = callable(campaign, due);
        List<Enrollments.Claim> wanted = staggered(fit.subList(0, Math.min(fit.size(), share.calls())), share);
        if (wanted.isEmpty()) return due.size() - fit.size();
        List<Queued> claimed = books.enrollments().claim(wanted, share.limits());
        line.queue().send(claimed.stream().map(this::order).toList());
        return due.size() - fit.size() + claimed.size();
    }

    private List<Waiting> callable(Campaign campaign, List<Waiting> due) {
        if (due.isEmpty()) return due;
        Set<PhoneNumber> phones = due.stream().map(w -> w.who().phone()).collect(Collectors.toSet());
        Set<PhoneNumber> forbidden = books.doNotCall().among(campaign.ref().workspace(), phones);
        Map<PhoneNumber, Instant> busy = books.numbers()
                .busy(campaign.ref().workspace(), phones, line.clock().instant());
        List<Waiting> fit = new ArrayList<>();
        for (Waiting waiting : due) {
            PhoneNumber phone = waiting.who().phone();
            Instant until = busy.get(phone);
            if (forbidden.contains(phone)) books.enrollments().change(waiting, waiting.finish(Status.DO_NOT_CALL));
            else if (until != null) books.enrollments().change(waiting, waiting.postpone(until));
            else fit.add(waiting);
        }
        return fit;
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

    private DialOrder order(Queued queued) {
        Duration wait =
                Duration.between(line.clock().instant(), queued.leaseEnd().minus(Timing.QUEUED_LEASE));
        return new DialOrder(queued.id(), queued.token(), Duration.ofSeconds(Math.max(0, wait.toSeconds())));
    }
}
