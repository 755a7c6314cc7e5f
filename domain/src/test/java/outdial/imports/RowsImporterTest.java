package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.NOON;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import outdial.contact.Contact;
import outdial.enrollment.EnrollmentId;
import outdial.imports.Failure.Reason;
import outdial.memory.MemoryChunkQueue.Order;
import outdial.phone.PhoneNumber;

final class RowsImporterTest {
    private static final ImportId ID = ImportId.of(NOON, "api", "clinic", "request-1");

    private final Office office = Office.open();
    private final Target spring = new Target.InCampaign(office.scene.campaign().id());

    @Test
    void every_row_is_answered_in_order() {
        office.stop("+12025550199");

        RowsImporter.Answer answer = add(List.of(
                Map.of("phone", "2025550101", "firstName", "Ann"),
                Map.of("Phone Number", "2025550101"),
                Map.of("mobile", "2025550199"),
                Map.of("phone", "12"),
                Map.of("name", "Nobody")));

        assertThat(answer).isInstanceOfSatisfying(RowsImporter.Answer.Done.class, done -> {
            assertThat(done.fates())
                    .containsExactly(
                            new Fate.Imported(ID.contactOf(1), List.of()),
                            new Fate.DuplicateInFile(1),
                            new Fate.OnDoNotCall(),
                            new Fate.Invalid("phone", RowProblem.TOO_SHORT),
                            new Fate.Invalid("phone", RowProblem.MISSING));
            assertThat(done.imported().tally()).isEqualTo(new Tally(1, 0, 1, 0, 0, 1, 2, 0));
            assertThat(done.imported().details().source()).isEqualTo(Source.API);
            assertThat(office.all()).containsExactly(done.imported());
        });
        assertThat(office.reports.of(ID)).hasSize(5);
        assertThat(office.campaign().details().intake()).isZero();
        assertThat(office.wakeups.take()).isNotEmpty();
    }

    @Test
    void rows_may_call_the_same_field_by_different_names() {
        Map<String, String> two = new LinkedHashMap<>();
        two.put("phone", "2025550101");
        two.put("mobile", "2025550102");

        add(List.of(two, Map.of("Mobile", "2025550103", "First Name", "Bob")));

        assertThat(office.enrolled()).containsExactly("+12025550101", "+12025550103");
        assertThat(office.memory
                        .enrollments()
                        .variables(new EnrollmentId(office.scene.campaign().id(), ID.contactOf(1))))
                .isEqualTo(Map.of("mobile", "2025550102"));
        assertThat(office.memory.contacts().byPhone(Office.WORKSPACE, new PhoneNumber("+12025550103")))
                .map(contact -> contact.profile().name().first())
                .contains("Bob");
    }

    @Test
    void the_same_request_again_has_the_same_answer() {
        RowsImporter.Answer first = add(List.of(Map.of("phone", "2025550101"), Map.of("phone", "2025550102")));
        office.clock.advance(Duration.ofSeconds(5));

        RowsImporter.Answer second = add(List.of(Map.of("phone", "2025550101"), Map.of("phone", "2025550102")));

        assertThat(second).isEqualTo(first);
        assertThat(office.enrolled()).containsExactly("+12025550101", "+12025550102");
    }

    @Test
    void a_request_that_died_is_finished_by_its_repetition() {
        boolean happened = true;
        for (int at = 1; happened; at++) {
            Office broken = Office.open();
            Crash crash = new Crash(at, true);
            broken.around = crash;
            RowsImporter.Request request = request(List.of(Map.of("phone", "2025550101"), Map.of("phone", "12")));
            try {
                broken.rowsImporter().add(request);
            } catch (Crash.Died _) {
                broken.rowsImporter().add(request);
            }
            happened = crash.happened();

            assertThat(broken.all()).as("at call %d", at).hasSize(1);
            assertThat(broken.all().getFirst().tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 1, 0));
            assertThat(broken.campaign().details().intake()).isZero();
            assertThat(broken.enrolled()).containsExactly("+12025550101");
        }
    }

    @Test
    void a_request_that_died_for_good_is_given_up_and_keeps_no_campaign_waiting() {
        boolean happened = true;
        for (int at = 1; happened; at++) {
            Office broken = Office.open();
            Crash crash = new Crash(at, true);
            broken.around = crash;
            try {
                broken.rowsImporter().add(request(List.of(Map.of("phone", "2025550101"))));
            } catch (Crash.Died _) {
                assertThat(crash.happened()).isTrue();
            }
            happened = crash.happened();
            broken.around = call -> call.real();

            broken.work();

            assertThat(broken.campaign().details().intake())
                    .as("at call %d", at)
                    .isZero();
            assertThat(broken.all())
                    .allMatch(ended -> ended instanceof Import.Completed || ended instanceof Import.Failed);
        }
    }

    @Test
    void the_order_to_give_up_comes_two_minutes_later_and_finds_nothing_to_do() {
        RowsImporter.Answer answer = add(List.of(Map.of("phone", "2025550101")));

        List<Order> orders = office.queue.take();
        assertThat(orders).hasSize(1);
        assertThat(orders.getFirst().chunk()).isEqualTo(OptionalInt.empty());
        assertThat(orders.getFirst().delay()).isEqualTo(Duration.ofMinutes(2));
        orders.forEach(office::work);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        RowsImporter.Answer.Done.class,
                        done -> assertThat(office.all()).containsExactly(done.imported()));
    }

    @Test
    void who_comes_again_after_being_given_up_is_told() {
        office.around = new Crash(6, true);
        assertThatThrownBy(() -> add(List.of(Map.of("phone", "2025550101")))).isInstanceOf(Crash.Died.class);
        office.around = call -> call.real();
        office.work();

        assertThat(add(List.of(Map.of("phone", "2025550101"))))
                .isEqualTo(new RowsImporter.Answer.Refused(Failure.of(Reason.INTERRUPTED)));
    }

    @Test
    void a_campaign_that_is_over_takes_nobody() {
        office.cancelCampaign();

        assertThat(add(List.of(Map.of("phone", "2025550101"))))
                .isEqualTo(new RowsImporter.Answer.Refused(Failure.of(Reason.CAMPAIGN_CLOSED)));
        assertThat(office.all()).isEmpty();
    }

    @Test
    void a_campaign_that_ends_at_that_moment_takes_nobody() {
        office.around = call -> {
            if (call.is("begin")) office.cancelCampaign();
            return call.real();
        };

        assertThat(add(List.of(Map.of("phone", "2025550101"))))
                .isEqualTo(new RowsImporter.Answer.Refused(Failure.of(Reason.CAMPAIGN_CLOSED)));
        assertThat(office.all()).extracting(Import::status).containsExactly("FAILED");
        assertThat(office.enrolled()).isEmpty();
    }

    @Test
    void a_row_that_would_not_fit_its_item_is_invalid() {
        RowsImporter.Answer answer = add(List.of(Map.of("phone", "2025550101", "essay", "x".repeat(100_001))));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        RowsImporter.Answer.Done.class,
                        done -> assertThat(done.fates())
                                .containsExactly(new Fate.Invalid("", RowProblem.ROW_TOO_LONG)));
    }

    @Test
    void people_can_be_added_to_the_address_book_alone() {
        RowsImporter.Answer answer = office.rowsImporter()
                .add(new RowsImporter.Request(
                        ID,
                        Office.WORKSPACE,
                        new Target.AddressBook(),
                        "key-1",
                        Options.USUAL,
                        List.of(Map.of("email", "ann@example.com", "tags", "vip; lead"))));

        assertThat(answer).isInstanceOf(RowsImporter.Answer.Done.class);
        assertThat(office.memory.contacts().find(Office.WORKSPACE, ID.contactOf(1)))
                .map(Contact::profile)
                .hasValueSatisfying(profile -> assertThat(profile.flags()).containsExactlyInAnyOrder("vip", "lead"));
    }

    @Test
    void a_request_has_one_to_a_thousand_rows() {
        assertThatThrownBy(() -> request(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must be 1 to 1000, were 0");
        List<Map<String, String>> many = Collections.nCopies(1001, Map.of("phone", "2025550101"));
        assertThatThrownBy(() -> request(many)).hasMessage("rows must be 1 to 1000, were 1001");
    }

    private RowsImporter.Answer add(List<Map<String, String>> rows) {
        return office.rowsImporter().add(request(rows));
    }

    private RowsImporter.Request request(List<Map<String, String>> rows) {
        return new RowsImporter.Request(ID, Office.WORKSPACE, spring, "key-1", Options.USUAL, rows);
    }
}
