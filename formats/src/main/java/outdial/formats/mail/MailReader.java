package outdial.formats.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Reads mails as mail servers hand them over (RFC 5322, MIME), as forgiving as mail programs are.
public final class MailReader {
    private final int largestAttachment;

    /// @param largestAttachment in bytes; nothing of a larger one is kept
    public MailReader(int largestAttachment) {
        if (largestAttachment < 0 || largestAttachment == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("largest attachment must be 0 to 2 GB, was " + largestAttachment);
        }
        this.largestAttachment = largestAttachment;
    }

    /// Reads one mail to its end; does not close the stream, whose failure is an [UncheckedIOException].
    public MailReading read(InputStream mail) {
        try {
            return new MailWalk(largestAttachment).walk(mail);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
