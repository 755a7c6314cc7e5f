package outdial.imports;

import java.util.Optional;
import outdial.contact.EmailAddress;

/// By what a row names a person.
sealed interface Identity {
    /// At least one of the two.
    record Known(Optional<Phones.Reading.Valid> phone, Optional<EmailAddress> email) implements Identity {}

    record Unknown(Fate.Invalid why) implements Identity {}
}
