package outdial.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.CampaignId;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments.Added;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.Status;
import outdial.report.ProgressBook;
import outdial.report.ProgressCounts;

/// How many contacts of each campaign are in each status, counted from the changes.
final class Tallies implements ProgressBook {
    private static final int LATEST = 4;

    private final Map<CampaignId, Tally> campaigns = new HashMap<>();

    private record Change(Optional<Status> from, Status to) {}

    private static final class Tally {
        private final Map<Status, Long> counts = new EnumMap<>(Status.class);
        private final Deque<Change> latest = new ArrayDeque<>();

        void add(Change change) {
            change.from().ifPresent(from -> counts.merge(from, -1L, Long::sum));
            counts.merge(change.to(), 1L, Long::sum);
            latest.addLast(change);
            if (latest.size() > LATEST) latest.removeFirst();
        }
    }

    @Override
    public ProgressCounts of(CampaignId campaign) {
        return new ProgressCounts(tally(campaign).counts);
    }

    /// As it was before the latest changes, as far as they are remembered.
    ProgressCounts before(CampaignId campaign) {
        Tally tally = tally(campaign);
        Map<Status, Long> counts = new EnumMap<>(tally.counts);
        for (Change change : tally.latest) {
            counts.merge(change.to(), -1L, Long::sum);
            change.from().ifPresent(from -> counts.merge(from, 1L, Long::sum));
        }
        return new ProgressCounts(counts);
    }

    void added(List<?> enrollments, List<?> answers) {
        for (int i = 0; i < answers.size(); i++) {
            NewEnrollment enrollment = (NewEnrollment) enrollments.get(i);
            if (answers.get(i) == Added.ADDED) {
                Enrollment added = enrollment.enrollment();
                tally(added.id().campaign()).add(new Change(Optional.empty(), added.status()));
            }
        }
    }

    void moved(Enrollment enrollment, Status to, Status from) {
        Tally tally = tally(enrollment.id().campaign());
        tally.add(new Change(Optional.of(from), to));
        if (tally.counts.getOrDefault(from, 0L) < 0)
            throw new Violation("nobody was " + from + " any more", enrollment.id());
    }

    private Tally tally(CampaignId campaign) {
        return campaigns.computeIfAbsent(campaign, _ -> new Tally());
    }
}
