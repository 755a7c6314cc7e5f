package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.dialing.SlotCounts;
import outdial.dialing.SlotRecount;
import outdial.dialing.SlotRecount.Repair;
import outdial.dialing.Slots;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Scope;

/// Slots that are counted wrong are counted again.
public abstract class SlotCountsContract extends LeasesScene {
    private SlotCounts counts = new outdial.memory.Memory().slots();
    private SlotRecount recount = new SlotRecount(ports.books(), counts, Set.of(), () -> NOON);

    protected abstract SlotCounts counts();

    @BeforeEach
    final void have_a_recount() {
        counts = counts();
        recount = new SlotRecount(ports.books(), counts, Set.of(Scope.carrierIn(scene.scopes())), () -> NOON);
    }

    @Test
    void all_who_hold_slots_are_told() {
        Enrollment.Dialing ann = dialing("ann", 1, "t1");
        Enrollment.Queued bob = queued("bob", 2, "t2");
        add("eve", 3);

        assertThat(enrollments.leased(scene.campaign().id(), 10)).containsExactlyInAnyOrder(ann, bob);
        assertThat(enrollments.leased(scene.campaign().id(), 1)).hasSize(1);
    }

    @Test
    void slots_that_nobody_holds_are_free_after_the_third_look() {
        queued("ann", 1, "t1");
        drift(1);

        assertThat(look()).isEmpty();
        assertThat(look()).isEmpty();
        assertThat(look()).containsExactlyInAnyOrderElementsOf(repairs(2, 1));
        assertThat(look()).isEmpty();

        assertActive(1);
    }

    @Test
    void slots_that_are_held_and_not_counted_are_counted() {
        queued("ann", 1, "t1");
        drift(-1);

        look();
        look();

        assertThat(look()).containsExactlyInAnyOrderElementsOf(repairs(0, 1));
        assertActive(1);
    }

    @Test
    void a_scope_in_which_something_changed_between_looks_is_left_alone() {
        drift(1);
        look();
        look();
        Enrollment.Queued ann = queued("ann", 1, "t1");

        assertThat(look()).isEmpty();
        enrollments.release(ann, ann.release(NOON));

        assertThat(look()).isEmpty();
        assertActive(1);
    }

    @Test
    void a_scope_that_seems_wrong_is_watched_before_it_is_put_right() {
        drift(1);
        look();
        assertThat(watchedUntil()).containsOnly(Instant.EPOCH);

        look();

        assertThat(watchedUntil()).containsOnly(NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_count_that_changed_since_it_was_seen_is_not_corrected() {
        Scope scope = scene.scopes().getFirst();
        SlotCounts.Count seen = counts.counts(List.of(scope)).getFirst();
        queued("ann", 1, "t1");

        assertThat(counts.correct(seen, 5)).isFalse();

        assertActive(1);
    }

    @Test
    void right_counts_are_left_as_they_are() {
        dialing("ann", 1, "t1");

        for (int looks = 0; looks < 4; looks++) assertThat(look()).isEmpty();

        assertActive(1);
    }

    private List<Instant> watchedUntil() {
        return ports.slots().of(scene.scopes()).stream()
                .map(Slots.Use::recountUntil)
                .toList();
    }

    private List<Repair> look() {
        return recount.look(List.of(scene.campaign()));
    }

    private List<Repair> repairs(int counted, int held) {
        return scene.scopes().stream()
                .map(scope -> new Repair(scope, counted, held))
                .toList();
    }

    /// Every scope is counted in so many calls more than there are.
    private void drift(int calls) {
        counts.counts(scene.scopes())
                .forEach(count -> assertThat(counts.correct(count, count.active() + calls))
                        .isTrue());
    }
}
