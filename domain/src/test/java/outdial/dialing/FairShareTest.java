package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.campaign.CampaignRef;
import outdial.contract.Scene;
import outdial.dialing.Slots.Mark;
import outdial.dialing.Slots.Use;
import outdial.enrollment.Scope;

final class FairShareTest {
    private static final Scene SCENE = Scene.of("acme");
    private static final CampaignRef OURS = SCENE.campaign("ours");
    private static final CampaignRef THEIRS = SCENE.campaign("theirs");

    @Test
    void who_is_alone_may_have_all() {
        assertThat(FairShare.of(use(3, 10, Map.of()), OURS, 3, NOON)).isEqualTo(7);
        assertThat(FairShare.of(use(3, 10, Map.of(OURS, since(0))), OURS, 3, NOON))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 6, 0, 4", // half of ten are five, four are free
        "10, 6, 5, 0",
        "10, 6, 3, 2",
        "10, 6, 9, 0",
    })
    void two_that_wait_have_half_each(int limit, int active, int held, int share) {
        assertThat(FairShare.of(use(active, limit, Map.of(THEIRS, since(0))), OURS, held, NOON))
                .isEqualTo(share);
    }

    @Test
    void what_cannot_be_divided_goes_to_who_has_waited_longest() {
        Use one = use(0, 1, Map.of(OURS, since(-5), THEIRS, since(-9)));

        assertThat(FairShare.of(one, OURS, 0, NOON)).isZero();
        assertThat(FairShare.of(one, THEIRS, 0, NOON)).isEqualTo(1);
        assertThat(FairShare.next(one, OURS, NOON)).contains(THEIRS);
    }

    @Test
    void a_mark_that_is_not_renewed_is_forgotten() {
        Use old = use(0, 10, Map.of(THEIRS, new Mark(NOON.minusSeconds(500), NOON)));

        assertThat(FairShare.of(old, OURS, 0, NOON)).isEqualTo(10);
        assertThat(FairShare.next(old, OURS, NOON)).isEqualTo(Optional.empty());
    }

    @Test
    void who_was_served_goes_to_the_end_of_the_queue() {
        Use use = use(0, 1, Map.of(OURS, since(-5)));

        assertThat(FairShare.mark(use, OURS, false, NOON))
                .isEqualTo(new Mark(NOON.minusSeconds(5), NOON.plusSeconds(120)));
        assertThat(FairShare.mark(use, OURS, true, NOON)).isEqualTo(new Mark(NOON, NOON.plusSeconds(120)));
        assertThat(FairShare.mark(use, THEIRS, false, NOON)).isEqualTo(new Mark(NOON, NOON.plusSeconds(120)));
    }

    @Test
    void a_mark_is_renewed_before_it_is_forgotten() {
        Use use = use(0, 1, Map.of(OURS, new Mark(NOON, NOON.plusSeconds(61))));

        assertThat(FairShare.isMarked(use, OURS, NOON)).isTrue();
        assertThat(FairShare.isMarked(use, OURS, NOON.plusSeconds(1))).isFalse();
        assertThat(FairShare.isMarked(use, THEIRS, NOON)).isFalse();
    }

    private static Mark since(int seconds) {
        Instant at = NOON.plusSeconds(seconds);
        return new Mark(at, NOON.plusSeconds(120));
    }

    private static Use use(int active, int limit, Map<CampaignRef, Mark> waiting) {
        return new Use(Scope.carrier("chime"), active, limit, waiting);
    }
}
