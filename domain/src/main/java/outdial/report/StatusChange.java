package outdial.report;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.enrollment.Status;

/// An enrollment went from one status to another; from none when it was added, to none when it was removed.
/// `sequence` orders the changes of one bucket.
public record StatusChange(BigInteger sequence, Optional<Status> from, Optional<Status> to) {

    /// By how much each status changes altogether; those that stay as they are are left out.
    public static Map<Status, Long> sum(List<StatusChange> changes) {
        Map<Status, Long> sum = new EnumMap<>(Status.class);
        for (StatusChange change : changes) {
            change.from.ifPresent(status -> sum.merge(status, -1L, Long::sum));
            change.to.ifPresent(status -> sum.merge(status, 1L, Long::sum));
        }
        sum.values().removeIf(by -> by == 0);
        return sum;
    }
}
