package outdial.functions.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import outdial.phone.PhoneNumber;
import outdial.rules.Area;
import outdial.rules.Atlas;

final class NumberingAtlasTest {
    private final Atlas atlas = new NumberingAtlas();

    @Test
    void a_number_has_the_zones_and_states_of_its_area_code() {
        assertThat(atlas.ofNumber(new PhoneNumber("+18505550101")))
                .isEqualTo(Area.of(List.of("America/Chicago", "America/New_York"), List.of("US-FL")));
        assertThat(atlas.ofNumber(new PhoneNumber("+870773111632"))).isEqualTo(Area.UNKNOWN);
    }

    @Test
    void an_address_has_those_of_its_state_and_postal_code() {
        assertThat(atlas.ofAddress(new Atlas.Address("Louisiana", "US", "10001")))
                .isEqualTo(Area.of(List.of("America/Chicago", "America/New_York"), List.of("US-LA", "US-NY")));
        assertThat(atlas.ofAddress(Atlas.Address.UNKNOWN)).isEqualTo(Area.UNKNOWN);
    }
}
