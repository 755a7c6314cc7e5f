package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import outdial.imports.Columns;
import outdial.imports.Mappings;
import outdial.imports.Meaning;

public abstract class MappingsContract extends PortsContract {
    private static final Columns GERMAN = new Columns(
            Map.of(
                    "telefon", Meaning.parse("phone").orElseThrow(),
                    "kunde", new Meaning.Custom("customer"),
                    "x", new Meaning.Ignored()),
            Columns.Others.IGNORE);

    protected abstract Mappings mappings();

    @Test
    void a_mapping_is_found_as_it_was_saved_last() {
        assertThat(mappings().find(scene.campaign())).isEmpty();

        mappings().save(scene.campaign(), Columns.BY_NAME);
        assertThat(mappings().find(scene.campaign())).contains(Columns.BY_NAME);

        mappings().save(scene.campaign(), GERMAN);
        assertThat(mappings().find(scene.campaign())).contains(GERMAN);
    }

    @Test
    void a_mapping_is_forgotten_once() {
        mappings().save(scene.campaign(), GERMAN);

        assertThat(mappings().forget(scene.campaign())).isTrue();
        assertThat(mappings().forget(scene.campaign())).isFalse();
        assertThat(mappings().find(scene.campaign())).isEmpty();
    }

    @Test
    void each_campaign_has_its_own() {
        mappings().save(scene.campaign("one"), GERMAN);

        assertThat(mappings().find(scene.campaign("two"))).isEmpty();
    }
}
