package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import outdial.dialing.Carrier.Placement;
import outdial.memory.Interposed;

/// A carrier that fails is given a rest, also by those who were claimed before anybody knew.
final class CarrierRestTest {
    @Test
    void whoever_was_claimed_before_waits_too_wherever_the_dialer_died_that_found_the_failure() {
        int step = 0;
        Crash crash;
        do {
            step++;
            crash = new Crash(step);
            Desk desk = Desk.with("ann", "bob");
            desk.carrier.willAnswer(new Placement.OurFault("AccessDenied"));
            List<DialOrder> orders = desk.ordered();
            dieDialling(desk, orders.getFirst(), crash);
            boolean rests = desk.memory.circuits().of("chime") instanceof Circuit.Open;
            int asked = desk.asked().size();

            desk.dial(orders.getLast());

            if (rests) assertThat(desk.asked()).as("died after step " + step).hasSize(asked);
        } while (crash.happened());
        assertThat(step).isGreaterThan(4);
    }

    private static void dieDialling(Desk desk, DialOrder order, Crash crash) {
        DialLine line = new DialLine(
                desk.memory.slots(),
                Interposed.on(Pace.class, desk.memory.pace(), crash),
                Interposed.on(Circuits.class, desk.memory.circuits(), crash),
                desk.queue,
                desk.wakeups,
                desk.tokens,
                Desk.TIMING,
                Carriers.of(List.of(Desk.TERMS)),
                desk.law,
                desk.clock);
        Books books = desk.memory.books();
        try {
            new Dialer(books, books, line, desk.carrier, desk.clock).dial(order);
        } catch (Crash.Died _) {
            // Its message comes back, later than the other's.
        }
    }
}
