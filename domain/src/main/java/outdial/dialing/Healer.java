package outdial.dialing;

import java.time.Instant;
import java.time.InstantSource;
import outdial.campaign.CampaignId;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;

/// Ends leases that ran out: a lost claim waits again, a call that nobody reported the end of is concluded as
/// unknown.
final class Healer {
    /// Leases ended in one pass; the next pass goes on.
    private static final int MOST = 100;

    private final Enrollments enrollments;
    private final Concluder concluder;
    private final InstantSource clock;

    Healer(Enrollments enrollments, Concluder concluder, InstantSource clock) {
        this.enrollments = enrollments;
        this.concluder = concluder;
        this.clock = clock;
    }

    void heal(CampaignId campaign) {
        Instant now = clock.instant();
        for (Enrollment.Leased stuck : enrollments.expired(campaign, now, MOST)) {
            switch (stuck) {
                case Enrollment.Queued queued -> enrollments.release(queued, queued.release(now));
                case Enrollment.Dialing dialing -> concluder.leaseOver(dialing, now);
            }
        }
    }
}
