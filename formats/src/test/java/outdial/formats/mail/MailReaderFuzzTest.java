package outdial.formats.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outdial.formats.mail.Attachment.Whole;
import outdial.formats.mail.MailReading.Mail;

/// Whatever becomes of the bytes of a mail, it is read or refused; a failure names its seed.
final class MailReaderFuzzTest {
    private static final int SEEDS = 400;
    private static final int MOST_CHANGES = 12;
    private static final int LARGEST = 2_000;
    private static final Duration A_READING = Duration.ofSeconds(5);
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n\n",
            "--",
            "--edge",
            "--edge--",
            "\"",
            "(",
            "<",
            ">",
            ";",
            "=",
            "=?utf-8?B?",
            "?=",
            "%",
            "*0*=",
            "\0",
            "boundary=",
            "Content-Type: multipart/mixed; boundary=\"\"\n",
            "Content-Type: message/rfc822\n\n",
            "Content-Transfer-Encoding: base64\n",
            "Content-Transfer-Encoding: quoted-printable\n",
            "\u00e9",
            "name*9999999=x");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names",
                "continued-names",
                "kinds",
                "forwarded",
                "forwarded-encoded",
                "outlook-tnef",
                "two-senders",
                "another-sender"
            })
    void a_mail_with_any_of_its_bytes_changed_is_read_or_refused(String name) throws IOException {
        byte[] mail = resource(name + ".eml");
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] changed = changed(mail, new Random(seed));

            MailReading reading = assertTimeoutPreemptively(
                    A_READING, () -> new MailReader(LARGEST).read(new ByteArrayInputStream(changed)), "seed " + seed);

            if (reading instanceof Mail read) {
                assertThat(read.from()).as("seed %d", seed).isNotEmpty();
                assertThat(read.attachments())
                        .as("seed %d", seed)
                        .hasSizeLessThanOrEqualTo(100)
                        .allSatisfy(attachment -> assertThat(size(attachment)).isLessThanOrEqualTo(LARGEST));
            }
        }
    }

    private static int size(Attachment attachment) {
        return attachment instanceof Whole whole ? whole.content().remaining() : 0;
    }

    /// Bytes lost, doubled, overwritten, or with something in between that means something in a mail.
    private static byte[] changed(byte[] mail, Random random) {
        byte[] now = mail;
        for (int n = 1 + random.nextInt(MOST_CHANGES); n > 0; n--) now = changedOnce(now, random);
        return now;
    }

    private static byte[] changedOnce(byte[] mail, Random random) {
        int from = random.nextInt(mail.length + 1);
        int to = Math.min(mail.length, from + random.nextInt(40));
        var out = new ByteArrayOutputStream();
        out.write(mail, 0, from);
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> {
                out.write(mail, from, to - from);
                out.write(mail, from, to - from);
            }
            case 2 -> {
                for (int i = from; i < to; i++) out.write(random.nextInt(256));
            }
            default -> {
                out.writeBytes(
                        PIECES.get(random.nextInt(PIECES.size())).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                out.write(mail, from, to - from);
            }
        }
        out.write(mail, to, mail.length - to);
        return out.toByteArray();
    }

    private static byte[] resource(String name) throws IOException {
        try (var resource = Objects.requireNonNull(MailReaderFuzzTest.class.getResourceAsStream(name), name)) {
            return resource.readAllBytes();
        }
    }
}
