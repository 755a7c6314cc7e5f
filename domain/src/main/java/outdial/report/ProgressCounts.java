package outdial.report;

import java.util.Arrays;
import java.util.Map;
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

    /// Contacts that may still be called.
    public long unfinished() {
        return Arrays.stream(Status.values())
                .filter(status -> !status.isFinal())
                .mapToLong(this::of)
                .sum();
    }

    /// Final contacts of all, in whole percent, rounded down; 0 of an empty campaign.
    public int percent() {
        return total() == 0 ? 0 : (int) ((total() - unfinished()) * 100 / total());
    }
}
