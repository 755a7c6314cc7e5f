package outdial.imports;

import outdial.imports.Correspondence.Addressee;

/// Mails to be sent.
public interface MailQueue {
    /// @param id a mail with the same id is sent once
    void send(String id, Addressee to, String text);
}
