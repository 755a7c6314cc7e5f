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

    /// Its parts are nested more than 20 deep, are more than 100, or have header fields without end. What it
    /// holds is not told; the rest is as in [Mail].
    record TooComplex(List<String> from, Optional<String> messageId, String subject, boolean automatic)
            implements MailReading {}

    /// No From field with an address in it, or none before its header fields were too many or too long: no mail, or
    /// one that nobody can answer.
    record NoSender() implements MailReading {}
}
