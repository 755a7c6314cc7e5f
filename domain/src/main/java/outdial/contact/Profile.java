package outdial.contact;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outdial.phone.PhoneNumber;
import outdial.rules.Atlas;

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

    private static final String CUSTOM = "custom.";

    /// Custom fields that hold a postal code, whatever stands between their letters.
    private static final Set<String> POSTAL_CODES = Set.of("zip", "zipcode", "postalcode", "postcode", "plz");

    private static final int LONGEST_POSTAL_NAME = 12;
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

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

    /// With these flags too, and this segment and source unless they are empty.
    public Profile marked(Set<String> more, String newSegment, String newSource) {
        return new Profile(
                phone,
                email,
                name,
                company,
                place,
                joined(flags, more),
                either(newSegment, segment),
                either(newSource, source),
                score,
                fields);
    }

    /// With all that `newer` knows in place of what was known; what it does not know stays. The phone stays too: it
    /// says who the contact is.
    public Profile updatedBy(Profile newer) {
        Map<String, String> known = new HashMap<>(fields);
        known.putAll(newer.fields);
        return new Profile(
                phone.or(() -> newer.phone),
                newer.email.or(() -> email),
                name.updatedBy(newer.name),
                either(newer.company, company),
                place.updatedBy(newer.place),
                joined(flags, newer.flags),
                either(newer.segment, segment),
                either(newer.source, source),
                newer.score.isPresent() ? newer.score : score,
                known);
    }

    private static Set<String> joined(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    /// The postal address, as far as it is known.
    public Atlas.Address address() {
        return new Atlas.Address(place.state(), place.country(), postalCode());
    }

    private String postalCode() {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            boolean named = field.getKey().length() <= LONGEST_POSTAL_NAME
                    && POSTAL_CODES.contains(NO_LETTERS
                            .matcher(field.getKey().toLowerCase(Locale.ROOT))
                            .replaceAll(""));
            if (named) return field.getValue();
        }
        return "";
    }

    /// The values of a field by its name in eligibility rules; none where it is unknown.
    public Set<String> values(String field) {
        return switch (field) {
            case "flag" -> flags;
            case "segment" -> known(segment);
            case "source" -> known(source);
            case "company" -> known(company);
            case "state" -> known(place.state());
            case "country" -> known(place.country());
            case "score" -> score.isPresent() ? Set.of(Integer.toString(score.getAsInt())) : Set.of();
            default ->
                field.startsWith(CUSTOM) ? known(fields.getOrDefault(field.substring(CUSTOM.length()), "")) : Set.of();
        };
    }

    private static Set<String> known(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text);
    }

    /// How a person is called: `first` and `last`, or `full` where the list had one column.
    public record Name(String first, String last, String full) {
        public static final Name UNKNOWN = new Name("", "", "");

        /// A new name takes the place of the old one as a whole: parts of two names make nobody's.
        Name updatedBy(Name newer) {
            return newer.equals(UNKNOWN) ? this : newer;
        }
    }

    /// Where a person lives, as the list says it: state or region, ISO country, IANA time zone.
    public record Place(String state, String country, String timeZone) {
        public static final Place UNKNOWN = new Place("", "", "");

        Place updatedBy(Place newer) {
            return new Place(
                    either(newer.state, state), either(newer.country, country), either(newer.timeZone, timeZone));
        }
    }
}
