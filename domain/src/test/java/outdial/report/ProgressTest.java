package outdial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.enrollment.Status;

final class ProgressTest {
    @Test
    void progress_is_the_final_share_rounded_down() {
        ProgressCounts counts = new ProgressCounts(
                Map.of(Status.PENDING, 1L, Status.QUEUED, 1L, Status.IN_PROGRESS, 1L, Status.COMPLETED, 5L));

        assertThat(counts.total()).isEqualTo(8);
        assertThat(counts.unfinished()).isEqualTo(3);
        assertThat(counts.percent()).isEqualTo(62);
        assertThat(counts.of(Status.FAILED)).isZero();
    }

    @Test
    void who_is_disabled_is_neither_final_nor_to_be_called() {
        ProgressCounts counts = new ProgressCounts(Map.of(Status.DISABLED, 1L, Status.COMPLETED, 3L));

        assertThat(counts.total()).isEqualTo(4);
        assertThat(counts.unfinished()).isZero();
        assertThat(counts.percent()).isEqualTo(75);
    }

    @Test
    void an_empty_campaign_has_made_no_progress() {
        assertThat(new ProgressCounts(Map.of()).percent()).isZero();
    }

    @Test
    void changes_are_summed_and_those_that_cancel_out_left_out() {
        List<StatusChange> changes = List.of(
                change(1, Optional.empty(), Optional.of(Status.PENDING)),
                change(2, Optional.of(Status.PENDING), Optional.of(Status.QUEUED)),
                change(3, Optional.empty(), Optional.of(Status.PENDING)),
                change(4, Optional.of(Status.QUEUED), Optional.of(Status.IN_PROGRESS)),
                change(5, Optional.of(Status.COMPLETED), Optional.empty()));

        assertThat(StatusChange.sum(changes))
                .isEqualTo(Map.of(Status.PENDING, 1L, Status.IN_PROGRESS, 1L, Status.COMPLETED, -1L));
    }

    private static StatusChange change(int sequence, Optional<Status> from, Optional<Status> to) {
        return new StatusChange(BigInteger.valueOf(sequence), from, to);
    }
}
