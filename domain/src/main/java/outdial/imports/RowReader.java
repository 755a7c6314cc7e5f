package outdial.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import outdial.contact.EmailAddress;
import outdial.contact.Profile;
import outdial.imports.Phones.Reading;

/// Makes candidates of cells. A wrong phone makes the whole row invalid, because calling is what the list is
/// for; any other wrong cell is left out with a warning.
final class RowReader implements Identifier {
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Pattern SCORE = Pattern.compile("\\d{1,2}|100");
    private static final Pattern BETWEEN_FLAGS = Pattern.compile("[,;|]");

    private final Mapping mapping;
    private final Phones phones;
    private final String country;
    private final boolean phoneNeeded;
    private final Marks marks;

    RowReader(Mapping mapping, Phones phones, String country, Target target, Marks marks) {
        this.mapping = mapping;
        this.phones = phones;
        this.country = country;
        this.phoneNeeded = target.campaign().isPresent();
        this.marks = marks;
    }

    /// Only who the row is about; cheaper than all of it.
    @Override
    public Identity identify(List<String> cells) {
        return identify(cells, new ArrayList<>());
    }

    Row<Candidate> read(ImportId id, Place place, List<String> cells) {
        List<Warning> warnings = new ArrayList<>();
        return switch (identify(cells, warnings)) {
            case Identity.Unknown(Fate.Invalid why) -> new Row.Bad<>(why);
            case Identity.Known known -> new Row.Good<>(candidate(id, place, known, cells, warnings));
        };
    }

    private Candidate candidate(
            ImportId id, Place place, Identity.Known who, List<String> cells, List<Warning> warnings) {
        Map<String, String> custom = customs(cells, warnings);
        return new Candidate(
                place,
                id.contactOf(place.number()),
                marks.on(profile(who, cells, custom, warnings)),
                who.phone().map(Reading.Valid::region).orElse(""),
                custom,
                List.copyOf(warnings));
    }

    private Identity identify(List<String> cells, List<Warning> warnings) {
        String text = mapping.cell(Field.PHONE, cells);
        if (text.isBlank()) return withoutPhone(cells, warnings);
        return switch (phones.read(text, countryOf(cells))) {
            case Reading.Invalid(RowProblem problem) -> unknown(Field.PHONE, problem);
            case Reading.Valid phone -> {
                if (phone.extension()) warnings.add(warning(Field.PHONE, "the extension is not dialled"));
                yield new Identity.Known(Optional.of(phone), email(cells, warnings));
            }
        };
    }

    /// A number without a country code is one of the row's country, where the row names one.
    private String countryOf(List<String> cells) {
        String named = cell(Field.COUNTRY, cells);
        return named.isEmpty() ? country : phones.country(named).orElse(country);
    }

    private Identity withoutPhone(List<String> cells, List<Warning> warnings) {
        if (phoneNeeded) return unknown(Field.PHONE, RowProblem.MISSING);
        Optional<EmailAddress> email = email(cells, warnings);
        return email.isEmpty()
                ? unknown(mapping.hasPhone() ? Field.PHONE : Field.EMAIL, RowProblem.NO_ADDRESS)
                : new Identity.Known(Optional.empty(), email);
    }

    private Identity unknown(Field field, RowProblem problem) {
        return new Identity.Unknown(new Fate.Invalid(mapping.column(field), problem));
    }

    private Optional<EmailAddress> email(List<String> cells, List<Warning> warnings) {
        String text = mapping.cell(Field.EMAIL, cells);
        Optional<EmailAddress> email = EmailAddress.parse(text);
        if (email.isEmpty() && !text.isBlank()) warnings.add(warning(Field.EMAIL, "not an e-mail address"));
        return email;
    }

    private Profile profile(
            Identity.Known who, List<String> cells, Map<String, String> custom, List<Warning> warnings) {
        return new Profile(
                who.phone().map(Reading.Valid::phone),
                who.email(),
                new Profile.Name(
                        cell(Field.FIRST_NAME, cells), cell(Field.LAST_NAME, cells), cell(Field.FULL_NAME, cells)),
                cell(Field.COMPANY, cells),
                new Profile.Place(cell(Field.STATE, cells), country(cells), zone(cells, warnings)),
                flags(cells),
                cell(Field.SEGMENT, cells),
                cell(Field.SOURCE, cells),
                score(cells, warnings),
                custom);
    }

    private Map<String, String> customs(List<String> cells, List<Warning> warnings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Mapping.Custom custom : mapping.customs()) {
            if (custom.column() >= cells.size()) break;
            String value = cells.get(custom.column()).strip();
            if (!value.isEmpty()) values.put(custom.name(), value);
        }
        for (int column = mapping.size(); column < cells.size(); column++) {
            if (!cells.get(column).isBlank()) warnings.add(new Warning("", "more cells than the header has columns"));
        }
        return Map.copyOf(values);
    }

    private String country(List<String> cells) {
        String text = cell(Field.COUNTRY, cells);
        return text.length() == 2 ? text.toUpperCase(Locale.ROOT) : text;
    }

    private String zone(List<String> cells, List<Warning> warnings) {
        String zone = cell(Field.TIME_ZONE, cells);
        if (zone.isEmpty() || ZONES.contains(zone)) return zone;
        warnings.add(warning(Field.TIME_ZONE, "not a time zone such as America/Chicago"));
        return "";
    }

    private OptionalInt score(List<String> cells, List<Warning> warnings) {
        String score = cell(Field.SCORE, cells);
        if (SCORE.matcher(score).matches()) return OptionalInt.of(Integer.parseInt(score));
        if (!score.isEmpty()) warnings.add(warning(Field.SCORE, "not a number from 0 to 100"));
        return OptionalInt.empty();
    }

    private Set<String> flags(List<String> cells) {
        String flags = cell(Field.FLAGS, cells);
        if (flags.isEmpty()) return Set.of();
        return Arrays.stream(BETWEEN_FLAGS.split(flags))
                .map(String::strip)
                .filter(flag -> !flag.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private String cell(Field field, List<String> cells) {
        return mapping.cell(field, cells).strip();
    }

    private Warning warning(Field field, String message) {
        return new Warning(mapping.column(field), message);
    }
}
