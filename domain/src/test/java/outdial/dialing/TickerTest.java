package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import outdial.memory.MemoryWakeups.Wakeup;

final class TickerTest {
    private final Desk desk = Desk.with("ann");

    @Test
    void every_campaign_that_runs_or_still_holds_slots_is_looked_after() {
        var other = desk.otherCampaign();
        desk.pause();

        new Ticker(desk.memory.campaigns(), desk.wakeups).tick();

        assertThat(desk.wakeups.take())
                .containsExactlyInAnyOrder(
                        new Wakeup(desk.ref(), true, Duration.ZERO), new Wakeup(other, true, Duration.ZERO));
    }

    @Test
    void a_retired_campaign_is_left_alone() {
        desk.pause();
        desk.memory.campaigns().retire(desk.ref());

        new Ticker(desk.memory.campaigns(), desk.wakeups).tick();

        assertThat(desk.wakeups.take()).isEmpty();
    }
}
