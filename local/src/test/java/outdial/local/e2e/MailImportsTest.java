package outdial.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.campaign.Campaign;
import outdial.imports.Failure.Reason;
import outdial.imports.Import;
import outdial.imports.Source;
import outdial.imports.Tally;
import outdial.local.Eventually;
import outdial.local.LocalStack;

/// Lists that come by mail, through SMTP, receipt rule, bucket and functions.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class MailImportsTest {
    private static final String LIST = """
            Content-Type: text/csv; name="people.csv"
            Content-Disposition: attachment; filename="people.csv"

            phone,name
            202-555-0101,Ann
            """;

    private static Town town;
    private Campaign campaign;

    @BeforeAll
    static void open() throws Exception {
        town = Town.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @BeforeEach
    void a_campaign() {
        campaign = town.campaign();
    }

    @Test
    void an_attached_list_is_imported_and_the_sender_gets_an_answer() throws IOException {
        int before = town.cloud().sentMail().size();

        mail(town.mailAddress(campaign, "ann@example.com"), "ann@example.com", "", LIST);

        Import done = town.over(campaign, "people.csv");
        assertThat(done.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(done.details().source()).isEqualTo(Source.EMAIL);
        assertThat(done.details().who()).isEqualTo("ann@example.com");
        assertThat(town.phones(campaign)).containsExactly("+12025550101");
        Eventually.is(MailImportsTest::sent, before + 1);
        assertThat(new String(town.cloud().sentMail().getLast(), UTF_8))
                .contains("To: ann@example.com")
                .contains("Subject: Re: Spring list")
                .contains("Auto-Submitted: auto-replied")
                .contains("people.csv: received, the import has begun.");
    }

    @Test
    void a_stranger_is_refused_and_gets_no_answer() throws IOException {
        int before = town.cloud().sentMail().size();

        mail(town.mailAddress(campaign, "ann@example.com"), "eve@example.com", "", LIST);

        assertThat(refusal()).isEqualTo(Reason.SENDER_NOT_ALLOWED);
        assertThat(town.cloud().sentMail()).hasSize(before);
    }

    @Test
    void a_forged_sender_is_refused() throws IOException {
        String unsigned = """
                X-Outdial-Test-Dmarc: FAIL
                X-Outdial-Test-Dkim: FAIL
                """;

        mail(town.mailAddress(campaign, "ann@example.com"), "ann@example.com", unsigned, LIST);

        assertThat(refusal()).isEqualTo(Reason.MAIL_NOT_AUTHENTIC);
    }

    @Test
    void a_signature_of_the_senders_domain_is_enough() throws IOException {
        String signed = """
                X-Outdial-Test-Dmarc: GRAY
                Authentication-Results: amazonses.com; spf=pass; dkim=pass header.i=@example.com; dmarc=none
                """;

        mail(town.mailAddress(campaign, "ann@example.com"), "ann@example.com", signed, LIST);

        assertThat(town.over(campaign, "people.csv").status()).isEqualTo("COMPLETED");
    }

    private Reason refusal() {
        return town.over(campaign, "Spring list") instanceof Import.Failed failed
                ? failed.failure().reason()
                : Reason.NO_ROWS;
    }

    private static int sent() {
        try {
            return town.cloud().sentMail().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mail(String to, String from, String headers, String attachment) throws IOException {
        String mail = """
                From: Ann <%s>
                To: %s
                Subject: Spring list
                %sMIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain

                Here they are.
                --b
                %s--b--
                .""".formatted(from, to, headers, attachment);
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
