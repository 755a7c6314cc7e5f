package outdial.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.local.toy.Recorder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sesv2.SesV2Client;

final class MailTest {
    private static LocalCloud cloud;
    private final List<String> heard = Recorder.of("mail", "Listener");

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(Toy.options("mail"));
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @BeforeEach
    void forget() {
        heard.clear();
    }

    @Test
    void a_mail_is_stored_as_it_came_and_told_to_the_function_with_its_verdicts() throws IOException {
        List<String> answers = smtp(
                "HELO localhost",
                "MAIL FROM:<ada@example.com>",
                "RCPT TO:<list-1@in.example.com>",
                "RCPT TO:<list-2@IN.example.com>",
                "DATA",
                "From: Ada <ada@example.com>\r\nTo: list-1@in.example.com\r\nSubject: Two\r\n lines\r\n"
                        + "X-Outdial-Test-Dmarc: FAIL\r\n\r\nHello\r\n.",
                "QUIT");

        Eventually.is(heard::size, 1);
        JsonNode ses = new ObjectMapper()
                .readTree(heard.getFirst())
                .path("Records")
                .path(0)
                .path("ses");
        assertThat(answers).allMatch(answer -> answer.startsWith("2") || answer.startsWith("3"));
        assertThat(ses.path("mail").path("source").asText()).isEqualTo("ada@example.com");
        assertThat(ses.path("receipt").path("recipients").toString())
                .isEqualTo("[\"list-1@in.example.com\",\"list-2@IN.example.com\"]");
        assertThat(ses.path("mail").path("commonHeaders").path("subject").asText())
                .isEqualTo("Two lines");
        assertThat(ses.path("receipt").path("dmarcVerdict").path("status").asText())
                .isEqualTo("FAIL");
        assertThat(ses.path("receipt").path("spamVerdict").path("status").asText())
                .isEqualTo("PASS");
        assertThat(stored("mail/" + ses.path("mail").path("messageId").asText()))
                .contains("Subject: Two\r\n lines\r\n")
                .endsWith("\r\n\r\nHello\r\n");
    }

    @Test
    void mail_for_an_address_that_no_rule_takes_is_refused() throws IOException {
        List<String> answers =
                smtp("HELO localhost", "MAIL FROM:<ada@example.com>", "RCPT TO:<who@elsewhere.example.com>", "QUIT");

        assertThat(answers.get(3)).startsWith("550");
        assertThat(heard).isEmpty();
    }

    @Test
    void sent_mail_is_kept_and_can_be_read() throws IOException {
        try (SesV2Client ses = cloud.clients().ses()) {
            ses.sendEmail(mail -> mail.fromEmailAddress("outdial@example.com")
                    .destination(to -> to.toAddresses("ada@example.com"))
                    .content(content -> content.simple(simple -> simple.subject(subject -> subject.data("Grüße"))
                            .body(body -> body.text(text -> text.data("200 contacts imported"))))));
        }

        assertThat(cloud.sentMail()).hasSize(1);
        assertThat(new String(cloud.sentMail().getFirst(), UTF_8))
                .contains("From: outdial@example.com\r\n")
                .contains("To: ada@example.com\r\n")
                .contains("Subject: =?UTF-8?B?R3LDvMOfZQ==?=\r\n")
                .endsWith("\r\n\r\n200 contacts imported\r\n");
    }

    private static String stored(String key) {
        try (S3Client s3 = cloud.clients().s3()) {
            return s3.getObjectAsBytes(get -> get.bucket("mail-bucket").key(key))
                    .asUtf8String();
        }
    }

    /// Says each line and collects the answers, the greeting first.
    private static List<String> smtp(String... lines) throws IOException {
        String[] address = cloud.smtp().split(":", -1);
        List<String> answers = new ArrayList<>();
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]));
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            OutputStream out = socket.getOutputStream();
            answers.add(in.readLine());
            for (String line : lines) {
                out.write((line + "\r\n").getBytes(UTF_8));
                out.flush();
                answers.add(in.readLine());
            }
        }
        return answers;
    }
}
