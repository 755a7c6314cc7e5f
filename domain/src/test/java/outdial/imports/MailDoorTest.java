package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.NOON;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.campaign.CampaignRef;
import outdial.contact.EmailAddress;
import outdial.imports.Failure.Reason;
import outdial.imports.Letter.Enclosure;
import outdial.imports.Letter.Verdicts;

final class MailDoorTest {
    private static final Verdicts GOOD = new Verdicts(true, true, Set.of());
    private static final Enclosure LIST =
            new Enclosure.ContactList("people.csv", StandardCharsets.UTF_8.encode("phone\n2025550101\n"));

    private final Office office = Office.open();
    private final List<String> replies = new ArrayList<>();
    private final Mailbox mailbox =
            new Mailbox("secret", office.scene.campaign(), Set.of(new EmailAddress("ann@example.com")));
    private final MailDoor door = new MailDoor(
            new OneMailbox(mailbox),
            office.memory.imports(),
            office.lists,
            (id, to, subject, text) -> replies.add(id + " | " + to.address() + " | " + subject + " | " + text));

    private record OneMailbox(Mailbox only) implements Mailboxes {
        @Override
        public Optional<Mailbox> find(CampaignRef campaign) {
            return Optional.of(only).filter(mailbox -> mailbox.campaign().equals(campaign));
        }

        @Override
        public Optional<Mailbox> find(String token) {
            return Optional.of(only).filter(mailbox -> mailbox.token().equals(token));
        }

        @Override
        public Mailbox set(CampaignRef campaign, Set<EmailAddress> senders) {
            throw new UnsupportedOperationException("a door sets nothing");
        }
    }

    @Test
    void a_list_from_an_allowed_sender_is_imported_and_answered() {
        door.receive(letter("ann@example.com", GOOD, LIST));

        String key = office.lists.keys().getFirst();
        office.plan(key);
        office.work();
        Import done = office.of(key);
        assertThat(done.status()).isEqualTo("COMPLETED");
        assertThat(done.details().source()).isEqualTo(Source.EMAIL);
        assertThat(done.details().who()).isEqualTo("ann@example.com");
        assertThat(office.enrolled()).containsExactly("+12025550101");
        assertThat(replies)
                .containsExactly("mail-1#clinic-spring | ann@example.com | Re: Spring list"
                        + " | people.csv: received, the import has begun.");
    }

    @Test
    void the_same_letter_again_brings_nothing_new() {
        door.receive(letter("ann@example.com", GOOD, LIST, LIST));
        door.receive(letter("ann@example.com", GOOD, LIST, LIST));

        assertThat(office.lists.keys()).hasSize(2);
        assertThat(office.all()).hasSize(2);
    }

    @Test
    void a_stranger_is_refused_and_not_answered() {
        door.receive(letter("eve@example.com", GOOD, LIST));

        assertRefused(Reason.SENDER_NOT_ALLOWED);
    }

    @Test
    void spam_is_refused_whoever_sent_it() {
        door.receive(letter("ann@example.com", new Verdicts(false, true, Set.of()), LIST));

        assertRefused(Reason.MAIL_NOT_CLEAN);
    }

    @Test
    void a_letter_for_which_nobody_vouches_is_refused() {
        door.receive(letter("ann@example.com", new Verdicts(true, false, Set.of("example.org")), LIST));

        assertRefused(Reason.MAIL_NOT_AUTHENTIC);
    }

    @Test
    void a_letter_of_two_senders_is_refused() {
        door.receive(new Letter(
                "mail-1",
                NOON,
                List.of("secret"),
                List.of("ann@example.com", "eve@example.com"),
                "Spring list",
                false,
                GOOD,
                List.of(LIST)));

        assertRefused(Reason.MAIL_NOT_AUTHENTIC);
    }

    @Test
    void a_letter_for_nobody_leaves_no_trace() {
        door.receive(new Letter(
                "mail-1", NOON, List.of("guess"), List.of("ann@example.com"), "", false, GOOD, List.of(LIST)));

        assertThat(office.all()).isEmpty();
        assertThat(replies).isEmpty();
    }

    @Test
    void a_letter_without_a_list_is_answered_so() {
        door.receive(letter("ann@example.com", GOOD));

        assertThat(office.all()).extracting(Import::status).containsExactly("FAILED");
        assertThat(replies)
                .containsExactly("mail-1#clinic-spring | ann@example.com | Re: Spring list"
                        + " | The mail has no CSV file attached.");
    }

    @Test
    void a_list_that_is_too_large_is_refused_and_the_other_one_taken() {
        door.receive(letter("ann@example.com", GOOD, new Enclosure.TooLarge("huge.csv"), LIST));

        assertThat(office.all()).extracting(Import::status).containsExactlyInAnyOrder("FAILED", "AWAITING_UPLOAD");
        assertThat(replies.getFirst()).contains("huge.csv: not imported. The attached file is larger than 25 MB.");
    }

    @Test
    void a_program_is_not_answered() {
        door.receive(new Letter(
                "mail-1", NOON, List.of("secret"), List.of("ann@example.com"), "", true, GOOD, List.of(LIST)));

        assertThat(office.lists.keys()).hasSize(1);
        assertThat(replies).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, example.com, true",
        "ann@mail.example.com, example.com, true",
        "ann@example.com, mail.example.com, false",
        "ann@notexample.com, example.com, false"
    })
    void a_signature_vouches_for_its_domain_and_those_below(String sender, String signer, boolean vouches) {
        Verdicts verdicts = new Verdicts(true, false, Set.of(signer));

        assertThat(verdicts.vouchFor(new EmailAddress(sender))).isEqualTo(vouches);
    }

    @Test
    void a_mailbox_has_up_to_a_hundred_senders() {
        Set<EmailAddress> many = IntStream.rangeClosed(0, 100)
                .mapToObj(n -> new EmailAddress("a" + n + "@example.com"))
                .collect(Collectors.toSet());

        assertThatThrownBy(() -> new Mailbox("secret", office.scene.campaign(), many))
                .hasMessage("at most 100 senders, were 101");
    }

    private void assertRefused(Reason reason) {
        assertThat(office.all())
                .singleElement()
                .isInstanceOfSatisfying(
                        Import.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.of(reason)));
        assertThat(office.lists.keys()).isEmpty();
        assertThat(replies).isEmpty();
    }

    private static Letter letter(String from, Verdicts verdicts, Enclosure... enclosures) {
        return new Letter(
                "mail-1", NOON, List.of("secret"), List.of(from), "Spring list", false, verdicts, List.of(enclosures));
    }
}
