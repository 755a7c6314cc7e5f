package outdial.functions.ses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import outdial.formats.mail.Attachment;
import outdial.formats.mail.MailReader;
import outdial.formats.mail.MailReading;
import outdial.imports.Letter;
import outdial.imports.Letter.Enclosure;
import software.amazon.awssdk.services.s3.S3Client;

/// Mails that SES put into an S3 bucket.
public final class Letters {
    private static final int LARGEST_ATTACHMENT = 25 * 1024 * 1024;
    private static final String FOLDER = "inbound/";
    private static final String NO_NAME = "list.csv";
    private static final int LONGEST_NAME = 200;
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[/\\\\\\p{Cntrl}]");
    private static final Set<String> LIST_TYPES = Set.of("text/csv", "text/tab-separated-values");
    private static final Pattern LIST_NAMES = Pattern.compile(".*\\.(csv|tsv|txt)");

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
                case MailReading.Mail mail ->
                    letter(notice, mail.from(), oneLine(mail.subject()), lists(mail.attachments()));
                case MailReading.Unreadable _ -> letter(notice, List.of(), "", List.of());
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Letter letter(SesNotice notice, List<String> from, String subject, List<Enclosure> lists) {
        return new Letter(
                notice.messageId(),
                notice.at(),
                notice.tokens(),
                from,
                subject,
                notice.automatic(),
                notice.verdicts(),
                lists);
    }

    private static List<Enclosure> lists(List<Attachment> attachments) {
        return attachments.stream()
                .filter(Letters::isList)
                .<Enclosure>map(attachment -> switch (attachment) {
                    case Attachment.Whole whole ->
                        new Enclosure.ContactList(fileName(whole.fileName()), whole.content());
                    case Attachment.TooLarge large -> new Enclosure.TooLarge(fileName(large.fileName()));
                })
                .toList();
    }

    private static boolean isList(Attachment attachment) {
        return LIST_TYPES.contains(attachment.contentType())
                || LIST_NAMES
                        .matcher(attachment.fileName().toLowerCase(Locale.ROOT))
                        .matches();
    }

    private static String fileName(String name) {
        if (name.isBlank()) return NO_NAME;
        String safe = NOT_IN_A_NAME.matcher(name).replaceAll("_");
        return safe.substring(Math.max(0, safe.length() - LONGEST_NAME));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_NAME));
    }
}
