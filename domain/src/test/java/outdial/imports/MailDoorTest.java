package outdial.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.contract.Scene.NOON;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.campaign.CampaignRef;
import outdial.contact.EmailAddress;
import outdial.imports.Failure.Reason;
import outdial.imports.Letter.Enclosure;
import outdial.imports.Letter.Verdicts;
import outdial.memory.Interposed;
import outdial.memory.MemoryChunkQueue.Order;
import outdial.memory.MemoryMailQueue.Mail;

final class MailDoorTest {
    private static final Verdicts GOOD = new Verdicts(true, true, Optional.empty(), Set.of());
    private static final Enclosure LIST = list("people.csv", "phone\n2025550101\n");
    private static final String ANN = "ann@example.com";
    private static final String SUBJECT = "Re: Spring list";

    /// More than a mail with two lists calls ports, from the mail to the replies.
    private static final int MOST_CALLS = 100;

    private final Office office = Office.open();

    private static MailDoor door(Office office) {
        Mailbox mailbox = new Mailbox(
                "secret",
                office.scene.campaign(),
                Set.of(new EmailAddress(ANN), new EmailAddress("bob@b\u00fccher.example")));
        Interposed.Around now = call -> office.around.call(call);
        return new MailDoor(
                new OneMailbox(mailbox),
                Interposed.on(Imports.class, office.memory.imports(), now),
                Interposed.on(Lists.class, office.lists, now),
                Interposed.on(Correspondence.class, office.correspondence, now),
                Interposed.on(MailQueue.class, office.mails, now),
                office.replies());
    }

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
    void a_list_from_an_allowed_sender_is_imported_and_its_result_told() {
        office.stop("+12025550199");

        receive(new Draft().with(list("people.csv", "phone\n2025550101\n2025550101\n12\n2025550199\n2025550102x9\n")));
        assertThat(office.mails.sent()).isEmpty();
        work();

        Import done = office.all().getFirst();
        assertThat(done.status()).isEqualTo("COMPLETED");
        assertThat(done.details().source()).isEqualTo(Source.EMAIL);
        assertThat(done.details().who()).isEqualTo(ANN);
        assertThat(office.enrolled()).containsExactly("+12025550101", "+12025550102");
        assertThat(office.mails.sent())
                .containsExactly(
                        new Mail(ANN, SUBJECT, """
                people.csv: 2 of 5 rows were imported.
                  repeated in the list: 1
                  on the do-not-call list: 1
                  invalid: 1
                  imported without a cell that was wrong: 1

                The report has every row that was not imported, with what was wrong. It can be mended and mailed back:
                https://reports.example/people.csv?hours=6
                The link is good for a few hours; afterwards GET /v1/imports/%s/report gives a new one.
                """.formatted(done.details().id()), Optional.of("<1@example.com>")));
    }

    @Test
    void a_list_that_was_imported_whole_has_no_report_to_look_at() {
        receive(new Draft());
        work();

        assertThat(texts()).containsExactly("people.csv: 1 of 1 rows were imported.\n");
    }

    @Test
    void a_list_that_cannot_be_read_is_answered_with_the_reason() {
        receive(new Draft().with(list("people.csv", "name,city\nAnn,Rome\n")));
        work();

        assertThat(office.all()).extracting(Import::status).containsExactly("FAILED");
        assertThat(texts())
                .containsExactly("people.csv: not imported. No column has phone numbers. Name one of them phone.\n");
    }

    @Test
    void a_list_whose_campaign_ends_meanwhile_is_answered_with_how_far_it_came() {
        receive(new Draft().with(list("people.csv", "phone\n2025550101\n")));
        office.plan(office.lists.keys().getFirst());
        office.cancelCampaign();
        office.work();

        assertThat(texts().getFirst()).startsWith("people.csv: not imported. The campaign is completed, cancelled");
    }

    @Test
    void the_same_letter_again_brings_nothing_new_and_is_answered_once() {
        receive(new Draft().with(LIST, LIST));
        receive(new Draft().with(LIST, LIST));
        work();
        work();

        assertThat(office.lists.keys()).hasSize(2);
        assertThat(office.all()).hasSize(2);
        assertThat(office.mails.sent()).hasSize(2);
    }

    @Test
    void a_mail_that_is_sent_again_is_answered_with_what_became_of_it() {
        receive(new Draft().with(LIST, new Enclosure.Unusable("old.xls", Reason.OLD_SPREADSHEET)));
        receive(new Draft("mail-2").with(LIST, new Enclosure.Unusable("old.xls", Reason.OLD_SPREADSHEET)));
        work();
        receive(new Draft("mail-3").with(LIST, new Enclosure.Unusable("old.xls", Reason.OLD_SPREADSHEET)));

        assertThat(office.all()).hasSize(2);
        assertThat(office.enrolled()).containsExactly("+12025550101");
        String again = "This mail was received before, and nothing was imported again.\n\n";
        String old =
                "old.xls: not imported. " + Failure.of(Reason.OLD_SPREADSHEET).message() + "\n";
        assertThat(texts())
                .containsExactly(
                        old,
                        again + "people.csv: is being imported. The result follows.\n\n" + old,
                        "people.csv: 1 of 1 rows were imported.\n",
                        again + "people.csv: 1 of 1 rows were imported.\n\n" + old);
    }

    @Test
    void mails_without_a_message_id_are_told_apart_by_the_mail_service() {
        receive(new Draft().withoutMessageId());
        receive(new Draft("mail-2").withoutMessageId());

        assertThat(office.lists.keys()).hasSize(2);
    }

    @Test
    void a_message_id_that_a_stranger_used_first_is_not_taken() {
        receive(new Draft("mail-0").from("eve@example.com"));
        receive(new Draft());

        assertThat(office.lists.keys()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dying_at_any_call_and_being_run_again_changes_nothing(boolean after) {
        boolean happened = true;
        int at = 1;
        for (; happened && at < MOST_CALLS; at++) {
            Office interrupted = Office.open();
            Crash crash = new Crash(at, after);
            interrupted.around = crash;
            Letter letter = new Draft()
                    .with(LIST, list("none.csv", "name\nBob\n"), new Enclosure.Unusable("x", Reason.OLD_SPREADSHEET))
                    .letter();

            untilItLives(() -> door(interrupted).receive(letter));
            for (String key : interrupted.lists.keys()) untilItLives(() -> interrupted.plan(key));
            for (Order order : interrupted.queue.take()) untilItLives(() -> interrupted.work(order));

            happened = crash.happened();
            assertThat(interrupted.mails.sent().stream().map(Mail::text))
                    .as("mails, at call %d", at)
                    .containsExactlyInAnyOrder(
                            "people.csv: 1 of 1 rows were imported.\n",
                            "none.csv: not imported. No column has phone numbers. Name one of them phone.\n",
                            "x: not imported. "
                                    + Failure.of(Reason.OLD_SPREADSHEET).message() + "\n");
            assertThat(interrupted.all()).as("imports, at call %d", at).hasSize(3);
        }
        assertThat(at).isBetween(20, MOST_CALLS - 1);
    }

    private static void untilItLives(Runnable work) {
        try {
            work.run();
        } catch (Crash.Died _) {
            work.run();
        }
    }

    @Test
    void a_stranger_is_refused_and_not_answered() {
        receive(new Draft().from("eve@example.com"));

        assertRefused(Reason.SENDER_NOT_ALLOWED);
    }

    @Test
    void spam_is_refused_whoever_sent_it() {
        receive(new Draft().judged(new Verdicts(false, true, Optional.empty(), Set.of())));

        assertRefused(Reason.MAIL_NOT_CLEAN);
    }

    @Test
    void a_letter_for_which_nobody_vouches_is_refused() {
        receive(new Draft().judged(new Verdicts(true, false, Optional.empty(), Set.of("example.org"))));

        assertRefused(Reason.MAIL_NOT_AUTHENTIC);
    }

    @Test
    void a_letter_that_was_vouched_for_under_another_sender_is_refused() {
        receive(new Draft().judged(new Verdicts(true, true, Optional.of("eve.example"), Set.of())));

        assertRefused(Reason.MAIL_NOT_AUTHENTIC);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com|eve@example.com, MAIL_NOT_AUTHENTIC",
        "'', MAIL_WITHOUT_SENDER",
        "ann@example, MAIL_NOT_AUTHENTIC",
        "ann, MAIL_NOT_AUTHENTIC"
    })
    void a_letter_without_exactly_one_sender_is_refused(String from, Reason reason) {
        receive(new Draft().from(from.split("\\|", -1)));

        assertRefused(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "\u0430nn@example.com, false",
        "ann@ex\u0430mple.com, false",
        "ANN@Example.COM, true",
        "bob@b\u00fccher.example, true",
        "bob@xn--bcher-kva.example, true",
        "bob@xn--\u00fc\u0000.example, false"
    })
    void senders_are_who_they_are_however_they_are_spelled(String from, boolean taken) {
        receive(new Draft().from(from));

        assertThat(office.lists.keys()).hasSize(taken ? 1 : 0);
    }

    @Test
    void a_letter_for_nobody_leaves_no_trace() {
        receive(new Draft().to("guess"));

        assertThat(office.all()).isEmpty();
        assertThat(office.mails.sent()).isEmpty();
    }

    @Test
    void a_letter_without_a_list_is_answered_so() {
        receive(new Draft().with());

        assertThat(office.all()).extracting(Import::status).containsExactly("FAILED");
        assertThat(office.mails.sent())
                .containsExactly(new Mail(
                        ANN,
                        SUBJECT,
                        "The mail has no list attached. Attach one as .csv, .tsv, .txt, .csv.gz, .zip or .xlsx.\n",
                        Optional.of("<1@example.com>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "<two words@example.com>",
                "<\u00fc@example.com>",
                "<a@example.com> <b@example.com>",
                "<>"
            })
    void an_answer_repeats_no_message_id_that_would_not_fit_its_header(String id) {
        receive(new Draft().withMessageId(Optional.of(id)).with());

        assertThat(office.mails.sent()).extracting(Mail::answered).containsExactly(Optional.empty());
    }

    @Test
    void a_list_that_is_too_large_is_refused_at_once_and_the_other_one_taken() {
        receive(new Draft().with(new Enclosure.Unusable("huge.csv", Reason.ATTACHMENT_TOO_LARGE), LIST));

        assertThat(office.all()).extracting(Import::status).containsExactlyInAnyOrder("FAILED", "AWAITING_UPLOAD");
        assertThat(texts())
                .containsExactly(
                        "huge.csv: not imported. The attached file is larger than 25 MB. Upload it instead.\n");
    }

    @Test
    void a_program_is_not_answered_but_its_list_is_taken() {
        receive(new Draft().automatic().with(LIST, new Enclosure.Unusable("old.xls", Reason.OLD_SPREADSHEET)));
        receive(new Draft().automatic().with());
        work();

        assertThat(office.enrolled()).hasSize(1);
        assertThat(office.mails.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Spring, Re: Spring", "re: Spring, re: Spring", "'', Re: your list"})
    void an_answer_has_the_subject_of_the_mail(String subject, String answer) {
        receive(new Draft().about(subject).with());

        assertThat(office.mails.sent()).extracting(Mail::subject).containsExactly(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, example.com, true",
        "ann@mail.example.com, example.com, true",
        "ann@example.com, mail.example.com, false",
        "ann@notexample.com, example.com, false"
    })
    void a_signature_vouches_for_its_domain_and_those_below(String sender, String signer, boolean vouches) {
        Verdicts dkim = new Verdicts(true, false, Optional.empty(), Set.of(signer));
        Verdicts dmarc = new Verdicts(true, true, Optional.of(signer), Set.of());

        assertThat(dkim.vouchFor(new EmailAddress(sender))).isEqualTo(vouches);
        assertThat(dmarc.vouchFor(new EmailAddress(sender))).isEqualTo(vouches);
    }

    @Test
    void a_mailbox_has_up_to_a_hundred_senders() {
        Set<EmailAddress> many = IntStream.rangeClosed(0, 100)
                .mapToObj(n -> new EmailAddress("a" + n + "@example.com"))
                .collect(Collectors.toSet());

        assertThatThrownBy(() -> new Mailbox("secret", office.scene.campaign(), many))
                .hasMessage("at most 100 senders, were 101");
    }

    private void receive(Draft draft) {
        door(office).receive(draft.letter());
    }

    /// Everything that was put is planned and imported.
    private void work() {
        office.lists.keys().forEach(office::plan);
        office.work();
    }

    private List<String> texts() {
        return office.mails.sent().stream().map(Mail::text).toList();
    }

    private void assertRefused(Reason reason) {
        assertThat(office.all())
                .singleElement()
                .isInstanceOfSatisfying(
                        Import.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.of(reason)));
        assertThat(office.lists.keys()).isEmpty();
        assertThat(office.mails.sent()).isEmpty();
    }

    private static Enclosure list(String name, String content) {
        return new Enclosure.ContactList(name, UTF_8.encode(content));
    }

    /// A letter from Ann about a spring list with people.csv, unless something else is said.
    private record Draft(
            String id,
            String token,
            List<String> from,
            Optional<String> messageId,
            String subject,
            boolean isAutomatic,
            Verdicts verdicts,
            List<Enclosure> enclosures) {
        Draft() {
            this("mail-1");
        }

        Draft(String id) {
            this(id, "secret", List.of(ANN), Optional.of("<1@example.com>"), "Spring list", false, GOOD, List.of(LIST));
        }

        Draft to(String other) {
            return new Draft(id, other, from, messageId, subject, isAutomatic, verdicts, enclosures);
        }

        Draft from(String... senders) {
            List<String> named =
                    Arrays.stream(senders).filter(one -> !one.isEmpty()).toList();
            return new Draft(id, token, named, messageId, subject, isAutomatic, verdicts, enclosures);
        }

        Draft withoutMessageId() {
            return withMessageId(Optional.empty());
        }

        Draft withMessageId(Optional<String> other) {
            return new Draft(id, token, from, other, subject, isAutomatic, verdicts, enclosures);
        }

        Draft about(String other) {
            return new Draft(id, token, from, messageId, other, isAutomatic, verdicts, enclosures);
        }

        Draft automatic() {
            return new Draft(id, token, from, messageId, subject, true, verdicts, enclosures);
        }

        Draft judged(Verdicts other) {
            return new Draft(id, token, from, messageId, subject, isAutomatic, other, enclosures);
        }

        Draft with(Enclosure... others) {
            return new Draft(id, token, from, messageId, subject, isAutomatic, verdicts, List.of(others));
        }

        Letter letter() {
            return new Letter(id, NOON, List.of(token), from, messageId, subject, isAutomatic, verdicts, enclosures);
        }
    }
}
