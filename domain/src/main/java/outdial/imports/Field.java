package outdial.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a column can be about, other than a custom field, and the names people give such a column.
public enum Field {
    PHONE("phone phonenumber phoneno primaryphone homephone workphone contactphone contactnumber mobile mobilephone"
            + " mobilenumber cell cellphone cellnumber tel telephone telephonenumber"),
    EMAIL("email emailaddress mail"),
    FIRST_NAME("firstname first fname givenname forename"),
    LAST_NAME("lastname last lname surname familyname"),
    FULL_NAME("name fullname contactname contact customername clientname leadname"),
    COMPANY("company companyname brokerage organization organisation business businessname"),
    STATE("state region province stateregion stateprovince"),
    COUNTRY("country countrycode"),
    TIME_ZONE("timezone tz"),
    SCORE("leadscore score"),
    SEGMENT("segment"),
    SOURCE("source leadsource"),
    FLAGS("flags flag tags tag");

    private static final Pattern BETWEEN_ALIASES = Pattern.compile(" ");

    private static final Map<String, Field> BY_ALIAS = Arrays.stream(values())
            .flatMap(field -> BETWEEN_ALIASES.splitAsStream(field.aliases).map(alias -> Map.entry(alias, field)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String aliases;

    Field(String aliases) {
        this.aliases = aliases;
    }

    /// As the API and the template write it: `first_name`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Case, space and punctuation do not matter: `E-Mail`, `e_mail` and `email` are one.
    static Optional<Field> named(String column) {
        return Optional.of(squeezed(column)).map(BY_ALIAS::get);
    }

    static String squeezed(String column) {
        return column.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }
}
