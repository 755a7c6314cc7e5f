package outdial.imports;

import java.time.Instant;
import java.util.Optional;
import outdial.contact.EmailAddress;

/// What is remembered of mails that brought lists, for 90 days: which of several with one Message-ID came
/// first, and who is to be told what became of a list. Reads are strongly consistent.
public interface Correspondence {
    /// One delivery of a mail.
    ///
    /// @param id what the mail service calls it; the same when its event is delivered again
    record Arrival(String id, Instant at) {}

    /// Who is told.
    ///
    /// @param answered the Message-ID of the mail that is answered; empty where it has none that can be repeated
    record Addressee(EmailAddress to, String subject, Optional<String> answered) {}

    /// The arrival under which this mail was first told of here; that is `arrival` where it never was before.
    ///
    /// @param mail names the mailbox and the Message-ID
    Arrival first(String mail, Arrival arrival);

    /// Remembers who is to be told what becomes of an import; may be repeated.
    void expect(ImportId id, Addressee addressee, Instant now);

    /// Empty where nobody is to be told.
    Optional<Addressee> addressee(ImportId id);
}
