package outdial.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Status;

/// Those who take single contacts out of a campaign, and back.
final class Clerks {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Stage stage;
    private final Deployment deployment;
    private final Random dice;

    Clerks(Stage stage, Deployment deployment) {
        this.stage = stage;
        this.deployment = deployment;
        this.dice = stage.troubles().dice();
    }

    /// Somebody, of whom it is not sure that they wait; three of four for a while only.
    void disable(CampaignRef ref) {
        somebody(ref).ifPresent(id -> {
            if (!(deployment.books().enrollments().find(id).orElseThrow() instanceof Enrollment.Waiting waiting))
                return;
            boolean _ = deployment.books().enrollments().change(waiting, waiting.hold("by hand"));
            if (dice.nextInt(4) > 0) later(stage.troubles().upTo(LONGEST_PAUSE), () -> enable(ref, id));
        });
    }

    /// Somebody who waits, or is disabled.
    void skip(CampaignRef ref) {
        somebody(ref).ifPresent(id -> {
            if (!(deployment.books().enrollments().find(id).orElseThrow() instanceof Enrollment.Idle idle)) return;
            boolean _ = deployment.books().enrollments().change(idle, idle.finish(Status.SKIPPED));
        });
    }

    /// What is decided of them must outlive what is told of their last call.
    private static boolean mayBeToldLater(Enrollment enrollment) {
        return enrollment instanceof Enrollment.Idle
                && enrollment
                        .who()
                        .last()
                        .filter(last -> last.outcome() == Outcome.UNKNOWN)
                        .isPresent();
    }

    private Optional<EnrollmentId> somebody(CampaignRef ref) {
        List<Enrollment> all = stage.memory().enrollments().all(ref.id());
        List<Enrollment> unknown = all.stream().filter(Clerks::mayBeToldLater).toList();
        List<Enrollment> choice = unknown.isEmpty() || dice.nextBoolean() ? all : unknown;
        return choice.isEmpty()
                ? Optional.empty()
                : Optional.of(choice.get(dice.nextInt(choice.size())).id());
    }

    private void enable(CampaignRef ref, EnrollmentId id) {
        Campaign campaign = deployment.books().campaigns().find(ref).orElseThrow();
        if (!campaign.takesContacts()
                || !(deployment.books().enrollments().find(id).orElseThrow() instanceof Enrollment.Held held)) return;
        if (deployment.books().enrollments().enable(held, campaign))
            deployment.wakeups().look(ref, Duration.ZERO);
    }

    private void later(Duration wait, Runnable what) {
        Instant at = stage.schedule().now().plus(wait);
        Actor operator = new Actor(Actor.OPERATOR, stage.troubles().skew(), Instant.MAX);
        stage.schedule().at(at, operator, () -> {
            boolean _ = Deployment.unlessItDies(what);
        });
    }
}
