package outdial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.contract.Scene;
import outdial.enrollment.Status;
import outdial.report.Recounts.Look;
import outdial.report.Recounts.Part;

final class ProgressRecountTest {
    private static final CampaignRef CAMPAIGN = Scene.of("acme").campaign();
    private static final CampaignRef OTHER = Scene.of("acme").campaign("other");
    private static final Instant NEXT_DAY = NOON.plus(Duration.ofHours(25));

    private final Table table = new Table();
    private final ProgressRecount recount = new ProgressRecount(table);

    @Test
    void counters_that_are_off_are_put_right_when_two_looks_a_day_apart_found_the_same() {
        table.found = Map.of(Status.COMPLETED, 3L);
        firstLook();

        Optional<ProgressRecount.Repair> repair = look(NEXT_DAY);

        assertThat(repair).map(ProgressRecount.Repair::found).contains(Map.of(Status.COMPLETED, 3L));
        assertThat(table.part)
                .isEqualTo(new Part(
                        CAMPAIGN.id(),
                        "acme#0",
                        "7",
                        Map.of(Status.COMPLETED, 3L),
                        Optional.of(new Look("7", NEXT_DAY, Map.of(Status.COMPLETED, 3L)))));
    }

    @Test
    void counters_stay_as_they_are_while_the_stream_may_still_bring_the_difference() {
        table.found = Map.of(Status.COMPLETED, 3L);
        firstLook();

        assertThat(look(NEXT_DAY.minusSeconds(1))).isEmpty();

        assertThat(table.part.counts()).isEqualTo(Table.COUNTED);
        assertThat(table.counts).isEqualTo(1);
    }

    @Test
    void enrollments_that_changed_in_between_are_looked_at_for_another_day() {
        table.found = Map.of(Status.COMPLETED, 3L);
        firstLook();
        table.found = Map.of(Status.COMPLETED, 4L);

        assertThat(look(NEXT_DAY)).isEmpty();
        assertThat(look(NEXT_DAY.plusSeconds(60))).isEmpty();

        assertThat(table.part.look()).contains(new Look("7", NEXT_DAY, Map.of(Status.COMPLETED, 4L)));
        assertThat(table.part.counts()).isEqualTo(Table.COUNTED);
    }

    @Test
    void a_part_in_which_something_is_counted_is_not_read() {
        look(NOON);
        table.counted("8");
        look(NOON);
        table.counted("9");
        look(NOON);

        assertThat(table.counts).isZero();
    }

    @Test
    void a_look_of_before_the_last_change_says_nothing() {
        table.found = Map.of(Status.COMPLETED, 3L);
        firstLook();
        table.counted("8");

        look(NEXT_DAY);
        assertThat(look(NEXT_DAY)).isEmpty();

        assertThat(table.part.look()).contains(new Look("8", NEXT_DAY, Map.of(Status.COMPLETED, 3L)));
    }

    @Test
    void counters_that_are_right_are_read_once() {
        table.found = Table.COUNTED;
        firstLook();

        assertThat(look(NEXT_DAY)).isEmpty();

        assertThat(table.counts).isEqualTo(1);
    }

    @Test
    void what_is_counted_at_the_last_moment_wins() {
        table.found = Map.of(Status.COMPLETED, 3L);
        firstLook();
        table.refusing = true;

        assertThat(look(NEXT_DAY)).isEmpty();

        assertThat(table.part.counts()).isEqualTo(Table.COUNTED);
    }

    @Test
    void a_part_of_too_many_contacts_is_left_alone() {
        table.tooMany = true;
        firstLook();

        assertThat(table.part.look()).isEmpty();
    }

    @Test
    void campaigns_have_their_turns() {
        for (int looks = 0; looks < 4; looks++) recount.look(List.of(CAMPAIGN, OTHER), NOON);

        assertThat(table.asked).containsExactly(OTHER.id(), CAMPAIGN.id(), OTHER.id(), CAMPAIGN.id());
    }

    @Test
    void without_campaigns_there_is_nothing_to_do() {
        assertThat(recount.look(List.of(), NOON)).isEmpty();
    }

    /// The first look sees the part, and the second finds it quiet and reads it.
    private void firstLook() {
        look(NOON);
        assertThat(look(NOON)).isEmpty();
    }

    private Optional<ProgressRecount.Repair> look(Instant now) {
        return recount.look(List.of(CAMPAIGN), now);
    }

    /// One part, in which three contacts are counted.
    private static final class Table implements Recounts {
        static final Map<Status, Long> COUNTED = Map.of(Status.PENDING, 2L, Status.COMPLETED, 1L);

        private final List<CampaignId> asked = new ArrayList<>();
        private Part part = new Part(CAMPAIGN.id(), "acme#0", "7", COUNTED, Optional.empty());
        private Map<Status, Long> found = COUNTED;
        private int counts;
        private boolean refusing;
        private boolean tooMany;

        void counted(String sequence) {
            part = new Part(part.campaign(), part.name(), sequence, part.counts(), part.look());
        }

        @Override
        public List<Part> parts(CampaignId campaign) {
            asked.add(campaign);
            return List.of(part);
        }

        @Override
        public Optional<Map<Status, Long>> count(Part of, int most) {
            counts++;
            return tooMany ? Optional.empty() : Optional.of(found);
        }

        @Override
        public boolean note(Part seen, Look look) {
            return put(seen, new Part(seen.campaign(), seen.name(), seen.sequence(), seen.counts(), Optional.of(look)));
        }

        @Override
        public boolean correct(Part seen, Look look) {
            return put(seen, new Part(seen.campaign(), seen.name(), seen.sequence(), look.found(), Optional.of(look)));
        }

        private boolean put(Part seen, Part next) {
            if (refusing || !part.equals(seen)) return false;
            part = next;
            return true;
        }
    }
}
