package outdial.functions.ses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import outdial.formats.mail.MailReader;
import outdial.formats.mail.MailReading;
import outdial.imports.Failure.Reason;
import outdial.imports.Letter;
import outdial.imports.Letter.Enclosure;
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

    public Letter open(SesNotice notice) {
        try (var bytes = s3.getObject(get -> get.bucket(bucket).key(FOLDER + notice.messageId()))) {
            return switch (reader.read(bytes)) {
                case MailReading.Mail mail -> letter(notice, mail, Enclosures.of(mail.attachments()));
                case MailReading.TooComplex(var from, var messageId, var subject, var automatic) ->
                    letter(
                            notice,
                            new MailReading.Mail(from, messageId, subject, automatic, List.of()),
                            List.of(new Enclosure.Unusable("the mail", Reason.MAIL_TOO_COMPLEX)));
                case MailReading.NoSender _ -> letter(notice, NOTHING, List.of());
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Letter letter(SesNotice notice, MailReading.Mail mail, List<Enclosure> enclosures) {
        return new Letter(
                notice.messageId(),
                notice.at(),
                notice.tokens(),
                mail.from(),
                mail.messageId(),
                oneLine(mail.subject()),
                mail.automatic() || notice.automatic() || mail.from().stream().anyMatch(notice::isForDomainOf),
                notice.verdicts(),
                enclosures);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_SUBJECT));
    }
}
