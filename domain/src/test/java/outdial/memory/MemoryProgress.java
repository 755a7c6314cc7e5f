package outdial.memory;

import java.util.stream.Collectors;
import outdial.campaign.CampaignId;
import outdial.enrollment.Enrollment;
import outdial.report.ProgressBook;
import outdial.report.ProgressCounts;

/// Counts the enrollments themselves, and so never lags.
public final class MemoryProgress implements ProgressBook {
    private final MemoryEnrollments enrollments;

    MemoryProgress(MemoryEnrollments enrollments) {
        this.enrollments = enrollments;
    }

    @Override
    public ProgressCounts of(CampaignId campaign) {
        return new ProgressCounts(enrollments.all(campaign).stream()
                .collect(Collectors.groupingBy(Enrollment::status, Collectors.counting())));
    }
}
