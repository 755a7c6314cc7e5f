package outdial.formats.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.formats.mail.Attachment.TooLarge;
import outdial.formats.mail.Attachment.Whole;
import outdial.formats.mail.MailReading.Mail;
import outdial.formats.mail.MailReading.NoSender;
import outdial.formats.mail.MailReading.TooComplex;

final class MailReaderTest {
    private static final MailReader READER = new MailReader(1_000);
    private static final TooComplex TOO_COMPLEX =
            new TooComplex(List.of("ada@example.com"), Optional.empty(), "", false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names",
                "continued-names",
                "kinds",
                "forwarded",
                "forwarded-encoded",
                "only-a-list",
                "outlook-tnef",
                "two-senders",
                "another-sender",
                "automatic",
                "unfinished",
                "no-sender",
                "no-mail",
                "empty"
            })
    void mails_are_read_as_the_file_beside_them_says(String name) throws IOException {
        byte[] mail =
                new String(resource(name + ".eml"), UTF_8).replace("\n", "\r\n").getBytes(UTF_8);

        assertThat(shown(READER.read(new ByteArrayInputStream(mail))))
                .isEqualTo(new String(resource(name + ".txt"), UTF_8).lines().toList());
    }

    @Test
    void an_attachment_may_have_as_many_bytes_as_the_reader_was_told() {
        String mail = """
                From: ada@example.com
                Content-Type: text/csv; name=list.csv

                12345678""";

        assertThat(read(mail, 8))
                .isEqualTo(mail(new Whole("list.csv", "text/csv", ByteBuffer.wrap("12345678".getBytes(UTF_8)))));
        assertThat(read(mail, 7)).isEqualTo(mail(new TooLarge("list.csv", "text/csv")));
    }

    @Test
    void reading_an_attachment_leaves_it_for_the_next_reader() {
        var attachment = new Whole(
                "list.csv", "text/csv", ByteBuffer.wrap(new byte[] {1, 2, 3}).position(1));

        assertThat(attachment.content().get()).isEqualTo((byte) 2);
        assertThat(attachment.content()).isEqualTo(ByteBuffer.wrap(new byte[] {2, 3}));
    }

    @Test
    void parts_nested_without_end_are_refused() {
        assertThat(read("From: ada@example.com\n" + "Content-Type: message/rfc822\n\n".repeat(19), 8))
                .isInstanceOf(Mail.class);
        assertThat(read("From: ada@example.com\n" + "Content-Type: message/rfc822\n\n".repeat(20), 8))
                .isEqualTo(TOO_COMPLEX);
    }

    @Test
    void attachments_without_number_are_refused() {
        String part = "--edge\nContent-Type: text/csv\n\na\n";
        String head = "From: ada@example.com\nContent-Type: multipart/mixed; boundary=edge\n\n";

        assertThat(read(head + part.repeat(100) + "--edge--\n", 8)).isInstanceOf(Mail.class);
        assertThat(read(head + part.repeat(101) + "--edge--\n", 8)).isEqualTo(TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MAX_VALUE})
    void the_largest_attachment_must_fit_into_memory(int largestAttachment) {
        assertThatThrownBy(() -> new MailReader(largestAttachment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("largest attachment must be 0 to 2 GB, was " + largestAttachment);
    }

    @Test
    void header_fields_without_end_are_refused_and_nobody_is_taken_for_the_sender() {
        assertThat(read("From: ada@example.com\n" + "X: y\n".repeat(1_001) + "\nhi", 8))
                .isEqualTo(new NoSender());
        assertThat(read("From: ada@example.com\nSubject: " + "x".repeat(100_001) + "\n\nhi", 8))
                .isEqualTo(new NoSender());
    }

    @Test
    void a_mail_saved_in_a_mail_is_refused_with_it() {
        String saved = "From: bob@example.com\nContent-Type: multipart/mixed; boundary=inner\n\n"
                + "--inner\nContent-Type: text/csv\n\na\n".repeat(101);
        String head = "From: ada@example.com\nContent-Disposition: attachment; filename=saved.eml\n\n";

        assertThat(read(head + saved, 10_000)).isEqualTo(TOO_COMPLEX);
    }

    @Test
    void header_fields_without_end_in_a_part_are_refused() {
        assertThat(read("From: ada@example.com\nContent-Type: message/rfc822\n\n" + "X: y\n".repeat(1_001), 8))
                .isEqualTo(TOO_COMPLEX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "Ann <ann@example.com>                                -> ann@example.com",
                "ann@example.com                                      -> ann@example.com",
                "ann@example.com (eve@evil.example)                   -> ann@example.com",
                "'\"ann@example.com\" <eve@evil.example>'             -> eve@evil.example",
                "ann@example.com <eve@evil.example>                   -> ann@example.com<eve@evil.example>",
                "=?utf-8?Q?ann=40example.com?= <eve@evil.example>     -> eve@evil.example",
                "'=?utf-8?Q?ann=40example.com=2C?= <eve@evil.example>' -> eve@evil.example",
                "<ann@example.com> <eve@evil.example>                 -> ann@example.com eve@evil.example",
                "'ann@example.com, eve@evil.example'                  -> ann@example.com eve@evil.example",
                "'ann@example.com; eve@evil.example'                  -> ann@example.com;eve@evil.example",
                "'Team: ann@example.com, eve@evil.example;'           -> ann@example.com eve@evil.example",
                "'\"ann@example.com <eve@evil.example>'               -> ''",
                "ann@example.com@evil.example                         -> ann@example.com@evil.example",
                "<@evil.example:ann@example.com>                      -> ann@example.com",
                "Ann                                                  -> ''",
                "<>                                                   -> ''",
                "bob@b\u00fccher.example                              -> bob@b\u00fccher.example",
                "\u0430nn@example.com                                 -> \u0430nn@example.com"
            })
    void the_sender_is_the_address_and_not_what_is_written_around_it(String field, String senders) {
        String read = switch (read("From: " + field + "\n\nhi", 8)) {
            case Mail mail -> String.join(" ", mail.from());
            case TooComplex _, NoSender _ -> "";
        };

        assertThat(read).isEqualTo(senders);
    }

    @Test
    void saved_mails_are_opened_three_deep() {
        String mail = "From: ada@example.com\nContent-Type: text/csv; name=list.csv\n\na";
        for (int n = 0; n < 3; n++) mail = "From: ada@example.com\nContent-Type: a/b; name=m" + n + ".eml\n\n" + mail;

        assertThat(read(mail, 1_000)).isEqualTo(mail(new Whole("list.csv", "text/csv", UTF_8.encode("a"))));
        assertThat(read("From: ada@example.com\nContent-Type: a/b; name=m.EML\n\n" + mail, 1_000))
                .isInstanceOfSatisfying(
                        Mail.class,
                        outer -> assertThat(outer.attachments())
                                .extracting(Attachment::fileName)
                                .containsExactly("m0.eml"));
    }

    @ParameterizedTest
    @CsvSource({
        "Auto-Submitted: auto-replied, true",
        "auto-submitted: Auto-Generated; x, true",
        "Auto-Submitted: No, false",
        "Precedence: bulk, true",
        "Precedence: List, true",
        "Precedence: first-class, false",
        "X-Auto-Response-Suppress: All, true",
        "X-Auto-Response-Suppress: None, false",
        "List-Id: <people.example.com>, true",
        "List-Unsubscribe: <mailto:x@example.com>, true",
        "X-Mailer: robot, false"
    })
    void mails_of_programs_and_lists_say_so(String field, boolean automatic) {
        MailReading read = read("From: ada@example.com\n" + field + "\n\nhi", 8);

        assertThat(read)
                .isInstanceOfSatisfying(
                        Mail.class, mail -> assertThat(mail.automatic()).isEqualTo(automatic));
    }

    @Test
    void a_stream_that_breaks_is_no_unreadable_mail() throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();

        assertThatThrownBy(() -> READER.read(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("Stream closed");
    }

    private static MailReading read(String mail, int largestAttachment) {
        return new MailReader(largestAttachment).read(new ByteArrayInputStream(mail.getBytes(UTF_8)));
    }

    private static Mail mail(Attachment attachment) {
        return new Mail(List.of("ada@example.com"), Optional.empty(), "", false, List.of(attachment));
    }

    private static List<String> shown(MailReading reading) {
        return switch (reading) {
            case TooComplex _ -> List.of("TOO_COMPLEX");
            case NoSender _ -> List.of("NO_SENDER");
            case Mail(var from, var messageId, var subject, var automatic, var attachments) -> {
                var lines = new ArrayList<String>();
                lines.add("from " + String.join(" ", from));
                messageId.ifPresent(id -> lines.add("message-id " + id));
                lines.add(("subject " + subject).strip());
                if (automatic) lines.add("automatic");
                attachments.forEach(attachment -> lines.add(shown(attachment)));
                yield lines;
            }
        };
    }

    private static String shown(Attachment attachment) {
        String content = switch (attachment) {
            case Whole whole ->
                UTF_8.decode(whole.content()).toString().replace("\r", "\\r").replace("\n", "\\n");
            case TooLarge _ -> "too large";
        };
        return "attachment [%s] %s: %s".formatted(attachment.fileName(), attachment.contentType(), content);
    }

    private static byte[] resource(String name) throws IOException {
        try (var resource = Objects.requireNonNull(MailReaderTest.class.getResourceAsStream(name), name)) {
            return resource.readAllBytes();
        }
    }
}
