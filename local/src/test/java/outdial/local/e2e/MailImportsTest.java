package outdial.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.imports.Failure.Reason;
import outdial.imports.Import;
import outdial.imports.Source;
import outdial.imports.Tally;
import outdial.local.Eventually;
import outdial.local.LocalStack;

/// Lists that come by mail, through SMTP, receipt rule, bucket and functions.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class MailImportsTest extends TownTest {
    private static final String LIST = """
            Content-Type: text/csv; name="people.csv"
            Content-Disposition: attachment; filename="people.csv"

            phone,name
            202-555-0101,Ann
            """;

    private static final String ANN = "ann@example.com";

    @Test
    void an_attached_list_is_imported_and_the_sender_gets_its_counts_and_report() throws Exception {
        mail(ANN, "", LIST.replace("Ann\n", "Ann\n12,Bob\n"));

        Import done = town.over(campaign, "people.csv");
        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 1, 0));
        assertThat(done.details().source()).isEqualTo(Source.EMAIL);
        assertThat(done.details().who()).isEqualTo(ANN);
        assertThat(town.phones(campaign)).containsExactly("+12025550101");
        String reply = reply(1);
        assertThat(reply)
                .contains("To: ann@example.com")
                .contains("Auto-Submitted: auto-replied")
                .contains("people.csv: 1 of 2 rows were imported.\n  invalid: 1\n");
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI report = URI.create(reply.lines()
                    .filter(line -> line.startsWith("http"))
                    .findFirst()
                    .orElseThrow());
            assertThat(http.send(HttpRequest.newBuilder(report).build(), BodyHandlers.ofString())
                            .body())
                    .contains("3,phone,TOO_SHORT,the phone number has too few digits,12,Bob");
        }
    }

    @Test
    void a_mail_that_is_sent_again_is_imported_once_and_answered_with_the_first_result() throws IOException {
        String id = "<" + campaign.ref().id() + "@example.com>";
        mail(ANN, "Message-ID: " + id + "\n", LIST);
        town.over(campaign, "people.csv");
        assertThat(reply(1)).contains("In-Reply-To: " + id + "\r\n").contains("References: " + id + "\r\n");

        mail(ANN, "Message-ID: " + id + "\n", LIST);

        assertThat(reply(2))
                .contains("In-Reply-To: " + id + "\r\n")
                .contains("This mail was received before, and nothing was imported again.")
                .contains("people.csv: 1 of 1 rows were imported.");
        assertThat(town.imports(campaign)).hasSize(1);
    }

    @Test
    void lists_that_were_forwarded_are_imported_each_by_itself() throws IOException {
        mail(ANN, "", LIST + """
                --b
                Content-Type: message/rfc822

                From: Bob <bob@example.org>
                Subject: leads
                Content-Type: text/csv
                Content-Disposition: attachment; filename*=utf-8''Fr%C3%BChling.csv
                Content-Transfer-Encoding: base64

                cGhvbmUKMjAyNTU1MDEwMgo=
                """);

        assertThat(town.over(campaign, "people.csv").tally().imported()).isEqualTo(1);
        assertThat(town.over(campaign, "Fr\u00fchling.csv").tally().imported()).isEqualTo(1);
        assertThat(town.phones(campaign)).containsExactly("+12025550101", "+12025550102");
    }

    @ParameterizedTest
    @ValueSource(strings = {"people.zip", "people.csv.gz", "people.xlsx"})
    void a_packed_list_is_imported_like_the_list_in_it(String name) throws IOException {
        String list = "phone\n2025550101\n2025550102\n";
        byte[] packed = switch (name) {
            case "people.zip" -> Packed.zip(list, "people.csv");
            case "people.csv.gz" -> Packed.gzip(list);
            default -> Packed.workbook();
        };

        mail(ANN, "", attached(name, packed));

        assertThat(reply(1)).contains(name + ": 2 of 2 rows were imported.");
        assertThat(town.phones(campaign)).containsExactly("+12025550101", "+12025550102");
    }

    @Test
    void each_of_several_lists_is_imported_and_answered_by_itself() throws IOException {
        mail(
                ANN,
                "",
                LIST + "--b\n" + attached("more.csv", "phone\n2025550102\n12\n".getBytes(UTF_8)) + "--b\n"
                        + attached("none.csv", "name\nBob\n".getBytes(UTF_8)));

        reply(3);
        assertThat(replies().stream()
                        .flatMap(String::lines)
                        .filter(line -> line.contains(".csv: "))
                        .sorted())
                .containsExactly(
                        "more.csv: 1 of 2 rows were imported.",
                        "none.csv: not imported. No column has phone numbers. Name one of them phone.",
                        "people.csv: 1 of 1 rows were imported.");
        assertThat(town.phones(campaign)).containsExactly("+12025550101", "+12025550102");
    }

    @Test
    void a_mail_that_outlook_saved_is_refused_and_says_what_to_do() throws IOException {
        mail(ANN, "", attached("Fwd leads.msg", new byte[] {1}));

        assertThat(reply(1)).contains("Fwd leads.msg: not imported. This is a mail that Outlook saved");
        assertThat(refusal("Fwd leads.msg")).isEqualTo(Reason.OUTLOOK_MESSAGE);
    }

    @Test
    void a_mail_of_more_files_than_anybody_sends_is_refused_and_its_sender_told_why() throws IOException {
        mail(ANN, "", LIST + ("--b\n" + LIST).repeat(100));

        assertThat(reply(1)).contains("the mail: not imported. It has more than 100 files");
        assertThat(refusal("the mail")).isEqualTo(Reason.MAIL_TOO_COMPLEX);
        assertThat(town.phones(campaign)).isEmpty();
    }

    @Test
    void what_outlook_packed_is_refused_and_says_what_to_do() throws IOException {
        mail(ANN, "", """
                Content-Type: application/ms-tnef; name="winmail.dat"
                Content-Transfer-Encoding: base64

                eJ8+Ig==
                """);

        assertThat(reply(1)).contains("winmail.dat: not imported. Outlook packed the attachments");
        assertThat(refusal("winmail.dat")).isEqualTo(Reason.OUTLOOK_ATTACHMENT);
    }

    @Test
    void a_list_without_phone_numbers_is_answered_with_the_reason() throws IOException {
        mail(ANN, "", LIST.replace("phone,name", "street,name"));

        assertThat(reply(1)).contains("people.csv: not imported. No column has phone numbers.");
    }

    @Test
    void a_stranger_is_refused_and_gets_no_answer() throws IOException {
        mail("eve@example.com", "", LIST);

        assertThat(refusal(subject())).isEqualTo(Reason.SENDER_NOT_ALLOWED);
        assertThat(replies()).isEmpty();
    }

    @Test
    void a_forged_sender_is_refused_whatever_the_mail_says_of_itself() throws IOException {
        String unsigned = """
                X-Outdial-Test-Dmarc: FAIL
                X-Outdial-Test-Dkim: FAIL
                Authentication-Results: amazonses.com; dkim=pass header.i=@example.com; dmarc=pass header.from=example.com
                """;

        mail(ANN, unsigned, LIST);

        assertThat(refusal(subject())).isEqualTo(Reason.MAIL_NOT_AUTHENTIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Spam", "Virus"})
    void spam_and_viruses_are_refused(String verdict) throws IOException {
        mail(ANN, "X-Outdial-Test-" + verdict + ": FAIL\n", LIST);

        assertThat(refusal(subject())).isEqualTo(Reason.MAIL_NOT_CLEAN);
    }

    @Test
    void a_signature_of_the_senders_domain_is_enough() throws IOException {
        mail(ANN, "X-Outdial-Test-Dmarc: GRAY\n", LIST);

        assertThat(town.over(campaign, "people.csv").status()).isEqualTo("COMPLETED");
    }

    private static String attached(String name, byte[] content) {
        return """
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename="%s"
                Content-Transfer-Encoding: base64

                %s
                """.formatted(name, Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(content));
    }

    private Reason refusal(String name) {
        return town.over(campaign, name) instanceof Import.Failed failed
                ? failed.failure().reason()
                : Reason.NO_ROWS;
    }

    /// The n-th answer to the mails of this test.
    private String reply(int n) {
        Eventually.is(() -> replies().size() >= n, true);
        return replies().get(n - 1);
    }

    private List<String> replies() {
        try {
            return town.cloud().sentMail().stream()
                    .map(mail -> new String(mail, UTF_8))
                    .filter(mail -> mail.contains("Subject: Re: " + subject()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String subject() {
        return "Spring list " + campaign.ref().id();
    }

    private void mail(String from, String headers, String attachment) throws IOException {
        String to = town.mailAddress(campaign, ANN);
        String mail = """
                From: Ann <%s>
                To: %s
                Subject: %s
                %sMIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain

                Here they are.
                --b
                %s--b--
                .""".formatted(from, to, subject(), headers, attachment);
        String[] address = town.cloud().smtp().split(":", -1);
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            OutputStream out = socket.getOutputStream();
            assertThat(answers.readLine()).startsWith("220");
            List<String> lines = List.of(
                    "HELO localhost",
                    "MAIL FROM:<" + from + ">",
                    "RCPT TO:<" + to + ">",
                    "DATA",
                    mail.replace("\n", "\r\n"),
                    "QUIT");
            for (String line : lines) {
                out.write((line + "\r\n").getBytes(UTF_8));
                assertThat(answers.readLine()).matches("[23].*");
            }
        }
    }
}
