package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outdial.dialing.Slots;
import outdial.dialing.Slots.Use;
import outdial.enrollment.Enrollments;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.Scope;
import outdial.enrollment.Token;

/// `Slots` and `Pace`: how many calls at once, and how far apart they start.
public abstract class LimitsContract extends PortsContract {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_scope_that_was_never_limited_is_left_out() {
        ports.slots().limit(scene.carrier(), 10);

        assertThat(ports.slots().of(List.of(scope("unknown"), scene.carrier())))
                .containsExactly(new Use(scene.carrier(), 0, 10));
    }

    @Test
    void scopes_are_given_in_the_order_they_were_asked_for() {
        ports.slots().limit(scope("a"), 1);
        ports.slots().limit(scope("b"), 2);
        ports.slots().limit(scope("c"), 3);

        assertThat(ports.slots().of(List.of(scope("b"), scope("c"), scope("a"))))
                .containsExactly(new Use(scope("b"), 0, 2), new Use(scope("c"), 0, 3), new Use(scope("a"), 0, 1));
    }

    @Test
    void a_limit_can_be_changed_and_leaves_the_use_as_it_is() {
        ports.slots().limit(scene.carrier(), 10);
        var ann = scene.waiting("ann", phone(1), NOON);
        ports.books().enrollments().add(List.of(new NewEnrollment(ann, "list.csv#1", Map.of())));
        ports.books()
                .enrollments()
                .claim(
                        List.of(new Enrollments.Claim(
                                ann, ann.claim(new Token("t1"), NOON.plusSeconds(120), List.of(scene.carrier())))),
                        List.of(new Enrollments.SlotLimit(scene.carrier(), 10)));

        ports.slots().limit(scene.carrier(), 0);

        assertThat(ports.slots().of(List.of(scene.carrier()))).containsExactly(new Use(scene.carrier(), 1, 0));
    }

    @Test
    void campaigns_that_wait_for_a_scope_are_told_with_it_until_they_leave() {
        var mark = new Slots.Mark(NOON, NOON.plusSeconds(120));
        var later = new Slots.Mark(NOON.plusSeconds(5), NOON.plusSeconds(125));
        ports.slots().limit(scope("a"), 1);

        ports.slots().await(scope("a"), scene.campaign("one"), mark);
        ports.slots().await(scope("a"), scene.campaign("two"), mark);
        ports.slots().await(scope("a"), scene.campaign("two"), later);
        assertThat(ports.slots().of(List.of(scope("a"))))
                .containsExactly(
                        new Use(scope("a"), 0, 1, Map.of(scene.campaign("one"), mark, scene.campaign("two"), later)));

        ports.slots().limit(scope("a"), 2);
        ports.slots().leave(scope("a"), scene.campaign("two"));
        ports.slots().leave(scope("a"), scene.campaign("two"));
        assertThat(ports.slots().of(List.of(scope("a"))))
                .containsExactly(new Use(scope("a"), 0, 2, Map.of(scene.campaign("one"), mark)));
    }

    @Test
    void the_first_start_is_at_once() {
        assertThat(ports.pace().next(scope("a"))).isBefore(NOON);

        assertThat(reserve("a", NOON)).isEqualTo(NOON);
    }

    @Test
    void starts_are_an_interval_apart() {
        Instant _ = reserve("a", NOON);

        assertThat(ports.pace().next(scope("a"))).isEqualTo(NOON.plusSeconds(1));
        assertThat(reserve("a", NOON)).isEqualTo(NOON.plusSeconds(1));
        assertThat(reserve("a", NOON.plusMillis(500))).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void asking_for_the_next_start_reserves_nothing() {
        Instant _ = reserve("a", NOON);
        ports.pace().next(scope("a"));

        assertThat(reserve("a", NOON)).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void a_start_is_never_earlier_than_was_asked_for() {
        Instant _ = reserve("a", NOON);

        assertThat(reserve("a", NOON.plusSeconds(60))).isEqualTo(NOON.plusSeconds(60));
        assertThat(ports.pace().next(scope("a"))).isEqualTo(NOON.plusSeconds(61));
    }

    @Test
    void scopes_keep_their_own_pace() {
        Instant _ = reserve("a", NOON);

        assertThat(reserve("b", NOON)).isEqualTo(NOON);
    }

    @Test
    void nobody_starts_before_the_end_of_a_pause() {
        ports.pace().pushBack(scope("a"), NOON.plusSeconds(30));

        assertThat(ports.pace().next(scope("a"))).isEqualTo(NOON.plusSeconds(30));
        assertThat(reserve("a", NOON)).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void a_pause_never_brings_a_start_forward() {
        ports.pace().pushBack(scope("a"), NOON.plusSeconds(30));

        ports.pace().pushBack(scope("a"), NOON.plusSeconds(10));

        assertThat(ports.pace().next(scope("a"))).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void many_who_reserve_at_once_get_starts_of_their_own() throws Exception {
        List<Callable<Instant>> dialers = IntStream.range(0, 6)
                .<Callable<Instant>>mapToObj(n -> () -> reserve("a", NOON))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(dialers).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder(
                            NOON,
                            NOON.plusSeconds(1),
                            NOON.plusSeconds(2),
                            NOON.plusSeconds(3),
                            NOON.plusSeconds(4),
                            NOON.plusSeconds(5));
        }
    }

    @Test
    void a_start_that_would_be_too_late_is_not_reserved() {
        Instant _ = reserve("a", NOON);

        assertThat(ports.pace().reserve(scope("a"), NOON, SECOND, NOON.plusMillis(999)))
                .isEmpty();
        assertThat(ports.pace().reserve(scope("a"), NOON.plusSeconds(5), SECOND, NOON.plusSeconds(4)))
                .isEmpty();
        assertThat(ports.pace().reserve(scope("a"), NOON, SECOND, NOON.plusSeconds(1)))
                .contains(NOON.plusSeconds(1));
    }

    /// However late it is.
    private Instant reserve(String name, Instant earliest) {
        return ports.pace()
                .reserve(scope(name), earliest, SECOND, NOON.plusSeconds(3600))
                .orElseThrow();
    }

    private Scope scope(String name) {
        return new Scope("test#" + scene.workspace() + "#" + name);
    }
}
