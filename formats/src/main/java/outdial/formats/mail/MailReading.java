package outdial.formats.mail;

import java.util.List;
import java.util.Optional;

/// What bytes that should be a mail turned out to be.
public sealed interface MailReading {

    /// A mail. More than one sender deserves suspicion: what vouches for a mail, DKIM or DMARC, vouches for one.
    ///
    /// @param from the addresses, without names, of all From fields; at least one
    /// @param messageId as written, with angle brackets
    /// @param subject decoded; empty if there is none
    /// @param automatic it says that a program or a mailing list sent it, and must not be answered by a program
    /// (RFC 3834)
    /// @param attachments in the order of the mail, those of forwarded mails included
    record Mail(
            List<String> from,
            Optional<String> messageId,
            String subject,
            boolean automatic,
            List<Attachment> attachments)
            implements MailReading {}

    /// Nothing that can be worked with.
    record Unreadable(Problem problem) implements MailReading {}

    /// Why a mail cannot be worked with.
    enum Problem {
        /// No From field with an address in it: no mail, or one that nobody can answer.
        NO_SENDER,
        /// Parts nested more than 20 deep, more than 100 attachments, or header fields without end: no honest mail.
        TOO_COMPLEX
    }
}
