package outdial.report;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import outdial.enrollment.Status;

/// How many contacts of a campaign are in each status.
public record ProgressCounts(Map<Status, Long> byStatus) {
    public ProgressCounts {
        byStatus = Map.copyOf(byStatus);
    }

    public long total() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(Status status) {
        return byStatus.getOrDefault(status, 0L);
    }

    /// Contacts that are to be called, or in a call. Who is disabled is not among them.
    public long unfinished() {
        return in(Status::isUnfinished);
    }

    private long in(Predicate<Status> some) {
        return Arrays.stream(Status.values()).filter(some).mapToLong(this::of).sum();
    }

    /// Final contacts of all, in whole percent, rounded down; 0 of an empty campaign.
    public int percent() {
        return total() == 0 ? 0 : (int) (in(Status::isFinal) * 100 / total());
    }
}
