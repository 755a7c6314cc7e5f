package outdial.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.phone;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.rules.Atlas;

final class ProfileTest {
    private static final Profile ANN = new Profile(
            Optional.of(phone(1)),
            Optional.empty(),
            Profile.Name.UNKNOWN,
            "Maple Books",
            new Profile.Place("TX", "US", "America/Chicago"),
            Set.of("VIP"),
            "Gold",
            "Fair",
            OptionalInt.of(80),
            Map.of("Plan", "Solar"));

    @ParameterizedTest
    @CsvSource({
        "flag, VIP",
        "segment, Gold",
        "source, Fair",
        "company, Maple Books",
        "state, TX",
        "country, US",
        "score, 80",
        "custom.Plan, Solar"
    })
    void eligibility_rules_see_each_field(String field, String value) {
        assertThat(ANN.values(field)).containsExactly(value);
    }

    @Test
    void what_is_unknown_has_no_value() {
        Profile bare = with(Map.of());

        assertThat(Set.of("flag", "segment", "source", "company", "state", "country", "score", "custom.Plan", "colour"))
                .allSatisfy(field -> assertThat(bare.values(field)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "zip, 77001",
        "ZIP Code, 77001",
        "Postal-Code, 77001",
        "postcode, 77001",
        "zipper, ''",
        "a very long name of zip, ''"
    })
    void a_postal_code_is_found_among_the_custom_fields(String name, String found) {
        assertThat(with(Map.of(name, "77001", "Plan", "Solar")).address()).isEqualTo(new Atlas.Address("", "", found));
    }

    @Test
    void the_address_is_what_the_list_says() {
        assertThat(ANN.address()).isEqualTo(new Atlas.Address("TX", "US", ""));
    }

    private static Profile with(Map<String, String> fields) {
        return new Profile(
                Optional.of(phone(1)),
                Optional.empty(),
                Profile.Name.UNKNOWN,
                "",
                Profile.Place.UNKNOWN,
                Set.of(),
                "",
                "",
                OptionalInt.empty(),
                fields);
    }
}
