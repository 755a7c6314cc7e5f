package outdial.contact;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import outdial.phone.PhoneNumber;

/// What is known about a person. `name` holds a full name where first and last were not told apart. Texts are
/// stripped and empty where unknown; `score` is 0 to 100; `fields` are the custom fields by name.
public record Profile(
        Optional<PhoneNumber> phone,
        Optional<EmailAddress> email,
        Name name,
        String company,
        Place place,
        Set<String> flags,
        String segment,
        String source,
        OptionalInt score,
        Map<String, String> fields) {

    public Profile {
        flags = Set.copyOf(flags);
        fields = Map.copyOf(fields);
        if (phone.isEmpty() && email.isEmpty())
            throw new IllegalArgumentException("a contact needs a phone or an email");
        if (score.isPresent() && (score.getAsInt() < 0 || score.getAsInt() > 100)) {
            throw new IllegalArgumentException("score must be 0 to 100, was " + score.getAsInt());
        }
    }

    public Profile withoutEmail() {
        return new Profile(phone, Optional.empty(), name, company, place, flags, segment, source, score, fields);
    }

    /// How a person is called: `first` and `last`, or `full` where the list had one column.
    public record Name(String first, String last, String full) {
        public static final Name UNKNOWN = new Name("", "", "");
    }

    /// Where a person lives, as the list says it: state or region, ISO country, IANA time zone.
    public record Place(String state, String country, String timeZone) {
        public static final Place UNKNOWN = new Place("", "", "");
    }
}
