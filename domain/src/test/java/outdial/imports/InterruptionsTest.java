package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.memory.Interposed;
import outdial.memory.MemoryChunkQueue.Order;
import outdial.phone.PhoneNumber;

/// Whatever breaks off, and wherever, an import ends with the same counts, contacts and report.
final class InterruptionsTest {
    private static final String LIST = """
            phone,email,note
            202-555-0101,ann@example.com,cats
            202-555-0102,,dogs
            202-555-0101,,again
            12,,short
            202-555-0199,,stopped
            202-555-0103,old@example.com,known by mail
            202-555-0104,,known by phone
            """;
    private static final Map<Mode, Tally> TALLIES =
            Map.of(Mode.SKIP, new Tally(4, 0, 1, 0, 0, 1, 1, 1), Mode.UPDATE, new Tally(2, 2, 1, 0, 0, 1, 1, 1));
    private static final List<String> PHONES = List.of("+12025550101", "+12025550102", "+12025550104", "+12025550190");

    /// More than an import of this list calls ports.
    private static final int MOST_CALLS = 100;

    private static Office office() {
        Office office = Office.open();
        office.stop("+12025550199");
        office.bringTo("imports/clinic/contacts/book.csv", "phone,email\n2025550190,old@example.com\n2025550104,\n");
        office.wakeups.take();
        return office;
    }

    /// Where the list is put.
    private static String place(Office office, Mode mode) {
        return office.awaited(
                new Target.InCampaign(office.scene.campaign().id()),
                new Options(mode, Optional.empty(), Marks.NONE, false));
    }

    @ParameterizedTest
    @CsvSource({"SKIP, false", "SKIP, true", "UPDATE, false", "UPDATE, true"})
    void dying_at_any_call_and_being_run_again_changes_nothing(Mode mode, boolean after) {
        boolean happened = true;
        int at = 1;
        for (; happened && at < MOST_CALLS; at++) {
            Office office = office();
            String key = place(office, mode);
            Crash crash = new Crash(at, after);
            office.around = crash;

            deliverUntilDone(office, key);

            happened = crash.happened();
            assertDone(office.of(key), mode, office, at);
        }
        assertThat(at).isBetween(20, MOST_CALLS - 1);
    }

    /// The event is delivered until the planner lives, and each order until its worker lives, as Lambda and SQS do.
    private static void deliverUntilDone(Office office, String key) {
        office.lists.drop(key, LIST);
        untilItLives(() -> office.plan(key));
        for (Order order : office.queue.take()) untilItLives(() -> office.work(order));
    }

    private static void untilItLives(Runnable work) {
        try {
            work.run();
        } catch (Crash.Died _) {
            work.run();
        }
    }

    @ParameterizedTest
    @CsvSource({"SKIP, false", "SKIP, true", "UPDATE, false", "UPDATE, true"})
    void two_workers_at_the_same_chunk_count_it_once(Mode mode, boolean after) {
        for (int at = 1; at < MOST_CALLS; at++) {
            Office office = office();
            String key = place(office, mode);
            office.lists.drop(key, LIST);
            office.plan(key);
            Order order = office.queue.take().getFirst();
            meanwhile(office, at, after, () -> office.work(order));

            office.work(order);

            assertDone(office.of(key), mode, office, at);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void two_imports_of_the_same_list_at_once_enroll_everybody_once(boolean after) {
        for (int at = 1; at < MOST_CALLS; at++) {
            Office office = office();
            office.lists.drop(office.key("one.csv"), LIST);
            office.lists.drop(office.key("two.csv"), LIST);
            office.plan(office.key("one.csv"));
            office.plan(office.key("two.csv"));
            List<Order> orders = office.queue.take();
            meanwhile(office, at, after, () -> office.work(orders.getLast()));

            office.work(orders.getFirst());
            office.work(orders.getLast());

            Tally one = office.of(office.key("one.csv")).tally();
            Tally two = office.of(office.key("two.csv")).tally();
            assertThat(one.imported() + two.imported())
                    .as("imported, at call %d", at)
                    .isEqualTo(4);
            assertThat(one.rows()).isEqualTo(7);
            assertThat(two.rows()).isEqualTo(7);
            assertThat(office.enrolled()).isEqualTo(PHONES);
            assertThat(office.campaign().details().intake()).isZero();
        }
    }

    /// Something else happens at the n-th call of a port, all of it.
    private static void meanwhile(Office office, int at, boolean after, Runnable other) {
        int[] calls = {0};
        office.around = call -> {
            calls[0]++;
            if (calls[0] != at) return call.real();
            office.around = Interposed.Call::real;
            if (!after) other.run();
            Object answer = call.real();
            if (after) other.run();
            return answer;
        };
    }

    private static void assertDone(Import done, Mode mode, Office office, int at) {
        assertThat(done.status()).as("status, at call %d", at).isEqualTo("COMPLETED");
        assertThat(done.tally()).as("tally, at call %d", at).isEqualTo(TALLIES.get(mode));
        assertThat(office.enrolled()).as("phones, at call %d", at).isEqualTo(PHONES);
        assertThat(office.reports.of(done.details().id()))
                .as("report, at call %d", at)
                .hasSize(4);
        assertThat(office.campaign().details().intake())
                .as("intake, at call %d", at)
                .isZero();
        assertThat(office.wakeups.take()).as("woken, at call %d", at).isNotEmpty();
        assertThat(List.of(note(office, "+12025550190"), note(office, "+12025550104")))
                .as("notes of who was on file, at call %d", at)
                .isEqualTo(mode == Mode.UPDATE ? List.of("known by mail", "known by phone") : List.of("", ""));
    }

    private static String note(Office office, String phone) {
        return office.memory
                .contacts()
                .byPhone(Office.WORKSPACE, new PhoneNumber(phone))
                .orElseThrow()
                .profile()
                .fields()
                .getOrDefault("note", "");
    }
}
