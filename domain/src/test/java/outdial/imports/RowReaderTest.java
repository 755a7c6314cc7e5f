package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.contact.EmailAddress;
import outdial.contact.Profile;
import outdial.phone.PhoneNumber;

final class RowReaderTest {
    private static final ImportId ID = ImportId.of(NOON, "test");
    private static final Place FIRST = new Place(12, 1, 2);
    private static final Target CAMPAIGN = Target.parse("c1");
    private static final Target BOOK = Target.parse("contacts");

    @Test
    void all_that_a_row_says_is_kept() {
        List<String> header = List.of(
                "phone",
                "first",
                "last",
                "name",
                "email",
                "company",
                "state",
                "country",
                "time zone",
                "score",
                "segment",
                "source",
                "flags",
                "pet");

        Row<Candidate> row = reader(CAMPAIGN, header)
                .read(
                        ID,
                        new Place(300, 7, 9),
                        List.of(
                                "202-555-0101",
                                " Ann ",
                                "Doe",
                                "Ann Doe",
                                "Ann@Example.com",
                                "Acme",
                                "NY",
                                "us",
                                "America/New_York",
                                "77",
                                "gold",
                                "fair",
                                "vip; lead,,x",
                                "cat"));

        Profile profile = new Profile(
                Optional.of(new PhoneNumber("+12025550101")),
                Optional.of(new EmailAddress("ann@example.com")),
                new Profile.Name("Ann", "Doe", "Ann Doe"),
                "Acme",
                new Profile.Place("NY", "US", "America/New_York"),
                Set.of("vip", "lead", "x"),
                "gold",
                "fair",
                OptionalInt.of(77),
                Map.of("pet", "cat"));
        assertThat(row)
                .isEqualTo(new Row.Good<>(new Candidate(
                        new Place(300, 7, 9), ID.contactOf(7), profile, "US", Map.of("pet", "cat"), List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "email, ann at home, email, not an e-mail address",
        "score, 101, score, not a number from 0 to 100",
        "score, high, score, not a number from 0 to 100",
        "Time Zone, Mars/Base, Time Zone, not a time zone such as America/Chicago"
    })
    void a_wrong_cell_is_left_out_with_a_warning(String column, String cell, String blamed, String message) {
        Row<Candidate> row = reader(CAMPAIGN, List.of("phone", column)).read(ID, FIRST, List.of("2025550101", cell));

        assertThat(warnings(row)).containsExactly(new Warning(blamed, message));
    }

    @Test
    void an_extension_and_surplus_cells_are_warned_about() {
        Row<Candidate> row =
                reader(CAMPAIGN, List.of("phone")).read(ID, FIRST, List.of("2025550101 x12", "", "surplus"));

        assertThat(warnings(row))
                .containsExactly(
                        new Warning("phone", "the extension is not dialled"),
                        new Warning("", "more cells than the header has columns"));
    }

    @Test
    void a_short_row_lacks_its_last_cells() {
        Row<Candidate> row =
                reader(CAMPAIGN, List.of("phone", "note", "pet")).read(ID, FIRST, List.of("2025550101", "hi"));

        assertThat(candidate(row).variables()).isEqualTo(Map.of("note", "hi"));
    }

    @Test
    void a_wrong_phone_makes_the_row_invalid_even_with_an_email() {
        assertThat(reader(BOOK, List.of("Mobile", "email")).read(ID, FIRST, List.of("n/a", "ann@example.com")))
                .isEqualTo(new Row.Bad<Candidate>(new Fate.Invalid("Mobile", RowProblem.NOT_A_NUMBER)));
    }

    @Test
    void a_campaign_needs_the_phone() {
        assertThat(reader(CAMPAIGN, List.of("phone", "email")).read(ID, FIRST, List.of(" ", "ann@example.com")))
                .isEqualTo(new Row.Bad<Candidate>(new Fate.Invalid("phone", RowProblem.MISSING)));
    }

    @Test
    void the_address_book_needs_a_phone_or_an_email() {
        assertThat(reader(BOOK, List.of("phone", "email")).read(ID, FIRST, List.of("", "nobody")))
                .isEqualTo(new Row.Bad<Candidate>(new Fate.Invalid("phone", RowProblem.NO_ADDRESS)));
        assertThat(reader(BOOK, List.of("email")).read(ID, FIRST, List.of("nobody")))
                .isEqualTo(new Row.Bad<Candidate>(new Fate.Invalid("email", RowProblem.NO_ADDRESS)));
    }

    /// TenDigits knows countries by two letters, and numbers with `0` in front in Great Britain alone.
    @ParameterizedTest
    @CsvSource({
        "GB      , 07700900123  , +447700900123",
        "''      , 2025550101   , +12025550101",
        "nowhere , 2025550101   , +12025550101",
        "GB      , +12025550101 , +12025550101"
    })
    void a_number_without_a_country_code_is_one_of_the_rows_country_where_it_names_one(
            String country, String written, String phone) {
        Row<Candidate> row = reader(CAMPAIGN, List.of("phone", "country")).read(ID, FIRST, List.of(written, country));

        assertThat(candidate(row).phone()).contains(new PhoneNumber(phone));
    }

    @Test
    void a_number_of_another_country_than_the_rows_is_none() {
        assertThat(reader(CAMPAIGN, List.of("phone", "country")).read(ID, FIRST, List.of("07700900123", "US")))
                .isEqualTo(new Row.Bad<Candidate>(new Fate.Invalid("phone", RowProblem.TOO_LONG)));
    }

    private static RowReader reader(Target target, List<String> header) {
        return new RowReader(Mapping.of(header, Columns.BY_NAME), new TenDigits(), "US", target, Marks.NONE);
    }

    private static List<Warning> warnings(Row<Candidate> row) {
        return row instanceof Row.Good<Candidate> ? candidate(row).warnings() : List.of();
    }

    private static Candidate candidate(Row<Candidate> row) {
        return switch (row) {
            case Row.Good<Candidate>(Candidate candidate) -> candidate;
            case Row.Bad<Candidate>(Fate why) -> throw new AssertionError(why);
        };
    }
}
