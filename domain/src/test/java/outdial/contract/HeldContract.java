package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.URGENT;
import static outdial.contract.Scene.phone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;
import outdial.enrollment.Enrollments.Brought;
import outdial.enrollment.Enrollments.Claim;
import outdial.enrollment.Enrollments.Withdrawn;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.Status;
import outdial.enrollment.Token;
import outdial.page.PageRequest;

/// Contacts that are not called until somebody takes them back.
public abstract class HeldContract extends PortsContract {
    private Enrollments enrollments = ports.books().enrollments();

    @BeforeEach
    void have_a_campaign() {
        enrollments = ports.books().enrollments();
        ports.books().campaigns().add(scene.draft(scene.settings(2)));
    }

    @Test
    void who_is_held_is_not_due_and_keeps_what_it_was() {
        Enrollment.Waiting ann = add();

        assertThat(enrollments.change(ann, ann.hold("on holiday"))).isTrue();

        assertThat(enrollments.find(ann.id())).contains(new Enrollment.Held(ann, "on holiday"));
        assertThat(due()).isEmpty();
        assertThat(enrollments.expired(scene.campaign().id(), NOON.plusSeconds(9), 10))
                .isEmpty();
    }

    @Test
    void who_is_enabled_waits_as_before() {
        Enrollment.Waiting first = add();
        Enrollment.Waiting retry = new Enrollment.Waiting(
                first.who().after(new AttemptId("a1"), Outcome.BUSY, NOON),
                NOON.minusMillis(1),
                URGENT,
                Enrollment.Reason.FREQUENCY);
        assertThat(enrollments.change(first, retry)).isTrue();
        Enrollment.Held held = hold(retry);

        assertThat(enrollments.enable(held, campaign())).isTrue();

        assertThat(enrollments.find(first.id())).contains(retry);
        assertThat(due()).containsExactly(retry);
    }

    @Test
    void who_is_held_can_become_final() {
        Enrollment.Held held = hold(add());

        assertThat(enrollments.change(held, held.finish(Status.DO_NOT_CALL))).isTrue();

        assertThat(enrollments.find(held.id())).contains(new Enrollment.Finished(held.who(), Status.DO_NOT_CALL));
    }

    @Test
    void a_late_report_changes_what_is_known_of_who_is_held() {
        Enrollment.Held held = hold(add());
        Enrollment.Held amended = new Enrollment.Waiting(
                        held.who().after(new AttemptId("a1"), Outcome.BUSY, NOON), NOON.plusSeconds(60), URGENT)
                .hold("");

        assertThat(enrollments.change(held, amended)).isTrue();
        assertThat(enrollments.change(held, held.finish(Status.SKIPPED))).isFalse();

        assertThat(enrollments.find(held.id())).contains(amended);
    }

    @Test
    void who_was_seen_waiting_and_is_held_by_now_stays_held() {
        Enrollment.Waiting ann = add();
        Enrollment.Held held = hold(ann);

        assertThat(enrollments.change(ann, ann.finish(Status.SKIPPED))).isFalse();
        assertThat(enrollments.claim(
                        List.of(new Claim(ann, ann.claim(new Token(scene.workspace() + "-t"), NOON, List.of()))),
                        List.of()))
                .isEmpty();

        assertThat(enrollments.find(ann.id())).contains(held);
    }

    @Test
    void only_who_is_held_is_enabled() {
        Enrollment.Held held = hold(add());
        assertThat(enrollments.change(held, held.finish(Status.SKIPPED))).isTrue();
        Campaign before = campaign();

        assertThat(enrollments.enable(held, before)).isFalse();

        assertThat(enrollments.find(held.id())).contains(held.finish(Status.SKIPPED));
        assertThat(campaign()).isEqualTo(before);
    }

    @Test
    void a_campaign_that_changed_meanwhile_takes_nobody_back() {
        Enrollment.Held held = hold(add());
        Campaign seen = campaign();
        assertThat(ports.books().campaigns().change(seen, ((Campaign.Cancellable) seen).cancel()))
                .isTrue();

        assertThat(enrollments.enable(held, seen)).isFalse();

        assertThat(enrollments.find(held.id())).contains(held);
    }

    @Test
    void who_is_taken_back_keeps_the_campaign_from_being_completed_by_who_did_not_see_it() {
        Enrollment.Held held = hold(add());
        Campaign seen = campaign();
        assertThat(enrollments.anyUnfinished(scene.campaign().id())).isFalse();

        assertThat(enrollments.enable(held, seen)).isTrue();

        assertThat(ports.books().campaigns().change(seen, ((Campaign.Cancellable) seen).cancel()))
                .isFalse();
        assertThat(enrollments.anyUnfinished(scene.campaign().id())).isTrue();
    }

    @Test
    void who_is_held_is_listed_as_disabled() {
        Enrollment.Held held = hold(add());

        assertThat(listed(Status.DISABLED)).containsExactly(held);
        assertThat(listed(Status.PENDING)).isEmpty();
    }

    @Test
    void who_is_held_stays_when_its_list_is_taken_back() {
        Enrollment.Held held = hold(add());

        assertThat(enrollments.withdraw(List.of(new Brought(held.id(), "list.csv#2"))))
                .containsExactly(Withdrawn.KEPT);

        assertThat(enrollments.find(held.id())).contains(held);
    }

    private Enrollment.Waiting add() {
        Enrollment.Waiting ann = scene.waiting("ann", phone(1), NOON);
        enrollments.add(List.of(new NewEnrollment(ann, "list.csv#2", Map.of())));
        return ann;
    }

    private Enrollment.Held hold(Enrollment.Waiting waiting) {
        assertThat(enrollments.change(waiting, waiting.hold(""))).isTrue();
        return waiting.hold("");
    }

    private Campaign campaign() {
        return ports.books().campaigns().find(scene.campaign()).orElseThrow();
    }

    private List<Enrollment.Waiting> due() {
        return enrollments
                .due(scene.campaign().id(), List.of(URGENT, LANE), NOON, 10)
                .contacts();
    }

    private List<Enrollment> listed(Status status) {
        return enrollments
                .list(scene.campaign().id(), Optional.of(status), new PageRequest(10, Optional.empty()))
                .items();
    }
}
