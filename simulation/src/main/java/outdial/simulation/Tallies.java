package outdial.simulation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outdial.campaign.CampaignId;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments.Added;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.Status;
import outdial.report.ProgressBook;
import outdial.report.ProgressCounts;

/// How many contacts of each campaign are in each status, counted from the changes.
final class Tallies implements ProgressBook {
    private final Map<CampaignId, Map<Status, Long>> counts = new HashMap<>();

    @Override
    public ProgressCounts of(CampaignId campaign) {
        return new ProgressCounts(counts(campaign));
    }

    void added(List<?> enrollments, List<?> answers) {
        for (int i = 0; i < answers.size(); i++) {
            NewEnrollment enrollment = (NewEnrollment) enrollments.get(i);
            if (answers.get(i) == Added.ADDED) {
                Enrollment waiting = enrollment.waiting();
                counts(waiting.id().campaign()).merge(waiting.status(), 1L, Long::sum);
            }
        }
    }

    void moved(Enrollment enrollment, Status to, Status from) {
        Map<Status, Long> campaign = counts(enrollment.id().campaign());
        long left = campaign.merge(from, -1L, Long::sum);
        if (left < 0) throw new Violation("nobody was " + from + " any more", enrollment.id());
        campaign.merge(to, 1L, Long::sum);
    }

    private Map<Status, Long> counts(CampaignId campaign) {
        return counts.computeIfAbsent(campaign, _ -> new EnumMap<>(Status.class));
    }
}
