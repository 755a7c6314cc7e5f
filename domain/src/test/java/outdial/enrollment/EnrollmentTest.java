package outdial.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.contract.Scene;

final class EnrollmentTest {
    private final Scene scene = Scene.of("acme");

    @Test
    void an_attempt_counts_unless_the_phone_never_rang() {
        Enrolled ann = scene.enrolled("ann", phone(1));
        AttemptId attempt = new AttemptId("a1");

        assertThat(ann.after(attempt, Outcome.BUSY, NOON).attempts()).isEqualTo(1);
        assertThat(ann.after(attempt, Outcome.UNKNOWN, NOON).attempts()).isEqualTo(1);
        assertThat(ann.after(attempt, Outcome.CARRIER_ERROR, NOON).attempts()).isZero();
        assertThat(ann.after(attempt, Outcome.BUSY, NOON.plusSeconds(9)).since())
                .isEqualTo(NOON.plusSeconds(9));
        assertThat(ann.after(attempt, Outcome.CARRIER_ERROR, NOON.plusSeconds(9))
                        .since())
                .isEqualTo(NOON);
        assertThat(ann.refused(attempt, Outcome.INVALID_NUMBER).attempts()).isZero();
        assertThat(ann.after(attempt, Outcome.BUSY, NOON).last()).contains(new Enrolled.Last(attempt, Outcome.BUSY));
    }

    @Test
    void failures_of_the_network_are_counted_until_a_phone_rings() {
        Enrolled once = scene.enrolled("ann", phone(1)).after(new AttemptId("a1"), Outcome.CARRIER_ERROR, NOON);
        Enrolled twice = once.after(new AttemptId("a2"), Outcome.CARRIER_ERROR, NOON);
        Enrolled rang = twice.after(new AttemptId("a3"), Outcome.BUSY, NOON);

        assertThat(List.of(once.unrung(), twice.unrung(), rang.unrung())).containsExactly(1, 2, 0);
        assertThat(rang.after(new AttemptId("a4"), Outcome.CARRIER_ERROR, NOON).unrung())
                .isEqualTo(1);
    }

    @Test
    void only_a_final_status_finishes() {
        assertThatThrownBy(() -> new Enrollment.Finished(scene.enrolled("ann", phone(1)), Status.QUEUED))
                .hasMessage("QUEUED is not final");
    }

    @Test
    void one_claim_is_one_attempt() {
        assertThat(new Token("t1").attempt()).isEqualTo(new AttemptId("t1"));
        assertThat(new Token("t1")).hasToString("t1");
    }

    @Test
    void a_group_has_an_urgent_lane_and_its_shards() {
        CallingGroup group = new CallingGroup(
                new TreeSet<>(Set.of("America/Denver", "America/Chicago")), new TreeSet<>(Set.of("US-NE", "US-KS")), 2);

        assertThat(group.name()).isEqualTo("America/Chicago|America/Denver+US-KS|US-NE");
        assertThat(group.lanes())
                .containsExactly(Lane.urgent(group.name()), Lane.shard(group.name(), 0), Lane.shard(group.name(), 1));
        assertThat(group.laneOf("a")).isEqualTo(Lane.shard(group.name(), 1));
        assertThat(group.laneOf("b")).isEqualTo(Lane.shard(group.name(), 0));
    }

    @Test
    void shards_are_a_power_of_two() {
        assertThatThrownBy(() -> new CallingGroup(new TreeSet<>(), new TreeSet<>(), 3))
                .hasMessage("shards must be a power of two, was 3");
        assertThatThrownBy(() -> new CallingGroup(new TreeSet<>(), new TreeSet<>(), 0))
                .hasMessage("shards must be a power of two, was 0");
    }

    @Test
    void a_lane_is_found_again_by_its_key() {
        Lane lane = Lane.shard("America/Chicago+US", 3);

        assertThat(lane.key()).isEqualTo("America/Chicago+US#3");
        assertThat(Lane.parse(lane.key())).isEqualTo(lane);
        assertThat(Lane.parse(lane.asUrgent().key()).isUrgent()).isTrue();
        assertThat(lane.isUrgent()).isFalse();
    }

    @Test
    void the_caller_number_is_among_the_scopes_of_a_call() {
        assertThat(Scope.callerNumberIn(scene.scopes())).isEqualTo(Scene.CALLER);
        assertThatThrownBy(() -> Scope.callerNumberIn(List.of(scene.carrier())))
                .hasMessage("no caller number among 1 scopes");
    }

    @Test
    void a_number_remembers_its_latest_fifty_attempts() {
        NumberRecord record = NumberRecord.fresh(scene.workspace(), phone(1));
        for (int n = 0; n < 51; n++) {
            Instant at = NOON.plusSeconds(n);
            record = record.dialled(new AttemptId("a" + n), at, at.plusSeconds(9));
        }

        assertThat(record.attempts())
                .hasSize(50)
                .startsWith(NOON.plusSeconds(1))
                .endsWith(NOON.plusSeconds(50));
        assertThat(record.version()).isEqualTo(51);
        assertThat(record.busy()).contains(new NumberRecord.Busy(new AttemptId("a50"), NOON.plusSeconds(59)));
    }

    @Test
    void a_number_is_busy_until_its_call_is_over() {
        NumberRecord record =
                NumberRecord.fresh(scene.workspace(), phone(1)).dialled(new AttemptId("a1"), NOON, NOON.plusSeconds(9));

        assertThat(record.busyUntil(NOON.plusMillis(8999))).contains(NOON.plusSeconds(9));
        assertThat(record.busyUntil(NOON.plusSeconds(9))).isEmpty();
        assertThat(NumberRecord.fresh(scene.workspace(), phone(1)).busyUntil(NOON))
                .isEqualTo(Optional.empty());
    }
}
