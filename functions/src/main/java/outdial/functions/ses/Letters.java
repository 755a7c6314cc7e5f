package outdial.functions.ses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import outdial.formats.mail.MailReader;
import outdial.formats.mail.MailReading;
import outdial.imports.Letter;
import software.amazon.awssdk.services.s3.S3Client;

/// Mails that SES put into an S3 bucket.
public final class Letters {
    private static final int LARGEST_ATTACHMENT = 25 * 1024 * 1024;
    private static final String FOLDER = "inbound/";
    private static final MailReading.Mail NOTHING =
            new MailReading.Mail(List.of(), Optional.empty(), "", false, List.of());
    private static final int LONGEST_SUBJECT = 200;

    private final S3Client s3;
    private final String bucket;
    private final MailReader reader = new MailReader(LARGEST_ATTACHMENT);

    public Letters(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /// A mail that cannot be read has no sender, and so is refused by whoever gets it.
    public Letter open(SesNotice notice) {
        try (var bytes = s3.getObject(get -> get.bucket(bucket).key(FOLDER + notice.messageId()))) {
            return switch (reader.read(bytes)) {
                case MailReading.Mail mail -> letter(notice, mail);
                case MailReading.Unreadable _ -> letter(notice, NOTHING);
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Letter letter(SesNotice notice, MailReading.Mail mail) {
        return new Letter(
                notice.messageId(),
                notice.at(),
                notice.tokens(),
                mail.from(),
                mail.messageId(),
                oneLine(mail.subject()),
                mail.automatic() || notice.automatic() || mail.from().stream().anyMatch(notice::isForDomainOf),
                notice.verdicts(),
                Enclosures.of(mail.attachments()));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_SUBJECT));
    }
}
