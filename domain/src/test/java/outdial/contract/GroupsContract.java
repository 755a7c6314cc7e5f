package outdial.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import outdial.enrollment.CallingGroup;

/// The calling groups of a campaign.
public abstract class GroupsContract extends PortsContract {
    @Test
    void a_group_that_was_ensured_is_there() {
        assertThat(ensure(group("America/Chicago", 2))).isEqualTo(group("America/Chicago", 2));
        ensure(group("Europe/Paris", 1));

        assertThat(ports.books().groups().of(scene.campaign().id()))
                .containsExactlyInAnyOrder(group("America/Chicago", 2), group("Europe/Paris", 1));
        assertThat(ports.books().groups().of(scene.campaign("other").id())).isEmpty();
    }

    @Test
    void the_shards_of_a_group_only_grow() {
        ensure(group("Europe/Paris", 2));

        assertThat(ensure(group("Europe/Paris", 1))).isEqualTo(group("Europe/Paris", 2));
        assertThat(ensure(group("Europe/Paris", 8))).isEqualTo(group("Europe/Paris", 8));

        assertThat(ports.books().groups().of(scene.campaign().id())).containsExactly(group("Europe/Paris", 8));
    }

    @Test
    void a_group_of_several_zones_and_regions_is_kept_whole() {
        CallingGroup wide = new CallingGroup(
                new TreeSet<>(Set.of("America/Chicago", "America/Denver")), new TreeSet<>(Set.of("US-KS", "US-NE")), 4);

        ensure(wide);

        assertThat(ports.books().groups().of(scene.campaign().id())).containsExactly(wide);
    }

    private CallingGroup ensure(CallingGroup group) {
        return ports.books().groups().ensure(scene.campaign().id(), group);
    }

    private static CallingGroup group(String zone, int shards) {
        return new CallingGroup(new TreeSet<>(Set.of(zone)), new TreeSet<>(Set.of("US")), shards);
    }
}
