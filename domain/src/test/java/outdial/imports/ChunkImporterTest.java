package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.EnrollmentId;
import outdial.imports.Failure.Reason;
import outdial.memory.MemoryChunkQueue.Order;
import outdial.memory.MemoryWakeups.Wakeup;
import outdial.phone.PhoneNumber;

final class ChunkImporterTest {
    private final Office office = Office.open();

    @Test
    void every_row_meets_one_fate_and_those_not_imported_are_reported() {
        office.stop("+12025550199");

        Import done = office.bring("people.csv", """
            phone,email,note
            202-555-0101,ann@example.com,cats
            202-555-0102,,dogs
            (202) 555-0101,,again
            ,bob@example.com,no phone
            12,,short
            202 555 0199,,stopped
            "broken
            202-555-0103,ANN@example.com,same mail
            """);

        assertThat(done.status()).isEqualTo("COMPLETED");
        assertThat(done.tally()).isEqualTo(new Tally(2, 0, 2, 0, 0, 1, 3, 0));
        assertThat(office.enrolled()).containsExactly("+12025550101", "+12025550102");
        assertThat(office.reports.of(done.details().id()))
                .containsExactly(
                        "row,column,reason,message,phone,email,note",
                        "4,,DUPLICATE_IN_FILE,the same person as in row 2,(202) 555-0101,,again",
                        "5,phone,MISSING,there is no phone number,,bob@example.com,no phone",
                        "6,phone,TOO_SHORT,the phone number has too few digits,12,,short",
                        "7,,DO_NOT_CALL,on the do-not-call list,202 555 0199,,stopped",
                        "8,,UNCLOSED_QUOTE,a quotation mark opens a cell and nothing closes it,\"broken",
                        "9,,DUPLICATE_IN_FILE,the same person as in row 2,202-555-0103,ANN@example.com,same mail");
    }

    @Test
    void a_new_person_is_in_the_address_book_and_waits_in_the_campaign() {
        Import done = office.bring("people.csv", "phone,first name,pet\n312-555-0101,Ann,cat\n");

        ContactId id = done.details().id().contactOf(1);
        assertThat(office.memory.contacts().find(Office.WORKSPACE, id))
                .get()
                .extracting(contact -> contact.profile().name().first(), Contact::campaigns)
                .containsExactly("Ann", Set.of(office.scene.campaign().id()));
        EnrollmentId enrollment = new EnrollmentId(office.scene.campaign().id(), id);
        assertThat(office.memory.enrollments().variables(enrollment)).isEqualTo(Map.of("pet", "cat"));
        assertThat(office.memory.groups().of(office.scene.campaign().id()))
                .extracting(CallingGroup::name, CallingGroup::shards)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("America/Chicago+US", 1));
    }

    @Test
    void the_campaign_is_looked_after_when_a_chunk_is_done_and_when_all_are() {
        office.bring("people.csv", "phone\n2025550101\n");

        assertThat(office.wakeups.take())
                .containsExactly(
                        new Wakeup(office.scene.campaign(), true, Duration.ZERO),
                        new Wakeup(office.scene.campaign(), true, Duration.ZERO));
    }

    @Test
    void a_chunk_that_is_delivered_again_changes_nothing() {
        office.lists.drop(office.key("people.csv"), "phone\n2025550101\n2025550102\n");
        office.plan(office.key("people.csv"));
        List<Order> orders = office.queue.take();
        orders.forEach(office::work);
        Import done = office.of(office.key("people.csv"));

        orders.forEach(office::work);

        assertThat(office.of(office.key("people.csv"))).isEqualTo(done);
        assertThat(office.enrolled()).containsExactly("+12025550101", "+12025550102");
        assertThat(office.campaign().details().intake()).isZero();
    }

    @Test
    void several_chunks_are_counted_together_and_reported_in_order() {
        String rows = IntStream.rangeClosed(0, Cutter.MOST_ROWS)
                .mapToObj(n -> "%010d".formatted(2_125_000_000L + n))
                .collect(Collectors.joining("\n"));
        office.lists.drop(office.key("big.csv"), "phone\n" + rows + "\n2125000000\n");
        office.plan(office.key("big.csv"));
        List<Order> orders = office.queue.take();
        assertThat(orders).hasSize(2);

        orders.reversed().forEach(office::work);

        Import done = office.of(office.key("big.csv"));
        assertThat(done.status()).isEqualTo("COMPLETED");
        assertThat(done.tally()).isEqualTo(new Tally(20_001, 0, 1, 0, 0, 0, 0, 0));
        assertThat(office.reports.of(done.details().id()))
                .containsExactly(
                        "row,column,reason,message,phone",
                        "20003,,DUPLICATE_IN_FILE,the same person as in row 2,2125000000");
        assertThat(office.memory
                        .groups()
                        .of(office.scene.campaign().id())
                        .getFirst()
                        .shards())
                .isEqualTo(4);
    }

    @Test
    void somebody_in_the_address_book_is_enrolled_and_left_as_they_are() {
        office.bringTo("imports/clinic/contacts/book.csv", "phone,name\n2025550101,Ann\n");

        Import done = office.bring("people.csv", "phone,name\n2025550101,Anna\n");

        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 0));
        Contact ann = office.memory
                .contacts()
                .byPhone(Office.WORKSPACE, new PhoneNumber("+12025550101"))
                .orElseThrow();
        assertThat(ann.profile().name().full()).isEqualTo("Ann");
        assertThat(ann.campaigns()).containsExactly(office.scene.campaign().id());
    }

    @Test
    void somebody_in_the_campaign_is_a_duplicate() {
        office.bring("first.csv", "phone\n2025550101\n");

        Import second = office.bring("second.csv", "phone\n2025550101\n2025550102\n");

        assertThat(second.tally()).isEqualTo(new Tally(1, 0, 0, 1, 0, 0, 0, 0));
        assertThat(office.reports.of(second.details().id()))
                .contains("2,,DUPLICATE_IN_CAMPAIGN,already in the campaign,2025550101");
    }

    @Test
    void the_address_book_takes_people_with_an_email_alone_and_nobody_twice() {
        office.bringTo("imports/clinic/contacts/one.csv", "email\nann@example.com\n");

        Import second = office.bringTo(
                "imports/clinic/contacts/two.csv", "phone,email\n,Ann@Example.com\n,bob@example.com\n,\n2025550101,\n");

        assertThat(second.tally()).isEqualTo(new Tally(2, 0, 0, 0, 1, 0, 1, 0));
    }

    @Test
    void a_person_whose_phone_is_new_is_known_by_email() {
        office.bringTo("imports/clinic/contacts/book.csv", "phone,email\n2025550101,ann@example.com\n");

        Import done = office.bring("people.csv", "phone,email\n2025550177,ann@example.com\n");

        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 1));
        assertThat(office.enrolled()).containsExactly("+12025550101");
    }

    @Test
    void a_person_known_by_email_is_not_called_on_a_stopped_phone() {
        office.bringTo("imports/clinic/contacts/book.csv", "phone,email\n2025550101,ann@example.com\n");
        office.stop("+12025550101");

        Import done = office.bring("people.csv", "phone,email\n2025550177,ann@example.com\n");

        assertThat(done.tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 1, 0, 0));
        assertThat(office.enrolled()).isEmpty();
    }

    @Test
    void a_person_known_by_email_without_a_phone_cannot_be_enrolled() {
        office.bringTo("imports/clinic/contacts/book.csv", "email\nann@example.com\n");

        Import done = office.bring("people.csv", "phone,email\n2025550177,ann@example.com\n");

        assertThat(done.tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 0, 1, 0));
        assertThat(office.reports.of(done.details().id()).getLast()).startsWith("2,email,NO_PHONE_ON_FILE,");
    }

    @Test
    void two_rows_that_turn_out_to_be_one_person_are_one() {
        office.bringTo("imports/clinic/contacts/book.csv", "phone,email\n2025550101,ann@example.com\n");

        Import done = office.bring("people.csv", "phone,email\n2025550101,\n2025550177,ann@example.com\n");

        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void where_phone_and_email_are_two_people_the_phone_wins_and_the_email_stays() {
        office.bringTo("imports/clinic/contacts/book.csv", "phone,email\n2025550101,\n2025550102,bob@example.com\n");

        Import done = office.bring("people.csv", "phone,email\n2025550101,bob@example.com\n");

        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 1));
        assertThat(office.enrolled()).containsExactly("+12025550101");
    }

    @Test
    void an_email_that_somebody_takes_in_the_meantime_is_left_out_with_a_warning() {
        ContactId other = new ContactId("other");
        office.around = call -> {
            if (call.is("claim")) {
                office.memory
                        .contacts()
                        .claim(Office.WORKSPACE, List.of(new AddressClaim("email#ann@example.com", other)));
            }
            return call.real();
        };

        Import done = office.bring("people.csv", "phone,email\n2025550101,ann@example.com\n");

        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 1));
        Contact ann = office.memory
                .contacts()
                .byPhone(Office.WORKSPACE, new PhoneNumber("+12025550101"))
                .orElseThrow();
        assertThat(ann.profile().email()).isEmpty();
    }

    @Test
    void a_claim_whose_contact_is_missing_is_completed_by_whoever_meets_it() {
        ContactId lost = new ContactId("lost");
        PhoneNumber phone = new PhoneNumber("+12025550101");
        office.memory.contacts().claim(Office.WORKSPACE, List.of(AddressClaim.phone(phone, lost)));

        Import done = office.bring("people.csv", "phone,name\n2025550101,Ann\n");

        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(office.memory.contacts().byPhone(Office.WORKSPACE, phone).map(Contact::id))
                .contains(lost);
        assertThat(office.memory
                        .enrollments()
                        .find(new EnrollmentId(office.scene.campaign().id(), lost)))
                .isPresent();
    }

    @Test
    void in_the_address_book_a_completed_claim_counts_for_the_row_that_made_it() {
        PhoneNumber phone = new PhoneNumber("+12025550101");
        office.memory.contacts().claim(Office.WORKSPACE, List.of(AddressClaim.phone(phone, new ContactId("lost"))));

        Import done = office.bringTo("imports/clinic/contacts/book.csv", "phone,name\n2025550101,Ann\n");

        assertThat(done.tally()).isEqualTo(new Tally(0, 0, 0, 0, 1, 0, 0, 0));
        assertThat(office.memory.contacts().byPhone(Office.WORKSPACE, phone)).isPresent();
    }

    @Test
    void a_campaign_that_ends_between_chunks_fails_the_import_with_what_was_done() {
        office.lists.drop(office.key("people.csv"), "phone\n2025550101\n");
        office.plan(office.key("people.csv"));
        office.cancelCampaign();

        office.work();

        assertThat(office.of(office.key("people.csv")))
                .isInstanceOfSatisfying(
                        Import.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.of(Reason.CAMPAIGN_CLOSED)));
        assertThat(office.campaign().details().intake()).isZero();
        assertThat(office.enrolled()).isEmpty();
    }

    @Test
    void a_chunk_whose_rows_are_not_what_was_planned_is_not_counted() {
        office.lists.drop(office.key("people.csv"), "phone\n2025550101\n2025550102\n");
        office.plan(office.key("people.csv"));
        office.around = call -> call.is("rows") ? java.util.stream.Stream.empty() : call.real();

        assertThatThrownBy(office::work)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has 0 rows, planned were 2");
        assertThat(office.of(office.key("people.csv")).status()).isEqualTo("IMPORTING");
    }

    @Test
    void what_is_not_there_cannot_be_read() {
        assertThatThrownBy(() -> office.worker().read(Office.WORKSPACE, ImportId.of(office.clock.instant(), "x"), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no import");
    }

    @Test
    void a_mended_report_brings_exactly_its_rows() {
        Import first = office.bring("people.csv", "phone,pet\n2025550101,cat\n12,dog\n");
        String report = String.join("\n", office.reports.of(first.details().id()));

        Import second = office.bring("mended.csv", report.replace(",12,", ",2025550112,"));

        assertThat(second.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 0));
        EnrollmentId mended = new EnrollmentId(
                office.scene.campaign().id(), second.details().id().contactOf(1));
        assertThat(office.memory.enrollments().variables(mended)).isEqualTo(Map.of("pet", "dog"));
        assertThat(office.reports.of(second.details().id())).isEqualTo(List.of("row,column,reason,message,phone,pet"));
        assertThat(Optional.of(office.enrolled())).contains(List.of("+12025550101", "+12025550112"));
    }
}
