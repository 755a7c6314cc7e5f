package outdial.imports;

import outdial.contact.EmailAddress;

/// Mails to be sent.
public interface MailQueue {
    /// @param id a mail with the same id is sent once
    void send(String id, EmailAddress to, String subject, String text);
}
