package outdial.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.campaign.CampaignId;
import outdial.contact.Contact;
import outdial.contact.Profile;
import outdial.contract.Scene;
import outdial.enrollment.CallingGroup;
import outdial.memory.EasternAtlas;
import outdial.memory.Memory;
import outdial.phone.PhoneNumber;

final class GroupFinderTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "10000, 1", "10001, 2", "20001, 4", "80000, 8", "80001, 16", "10000000, 16"})
    void a_big_list_spreads_over_more_lanes(long rows, int shards) {
        assertThat(GroupFinder.shards(rows)).isEqualTo(shards);
    }

    @Test
    void a_group_is_the_zones_of_number_and_contact_and_the_numbers_region() {
        Office office = Office.open();
        Memory memory = office.memory;
        Scene scene = office.scene;
        GroupFinder finder = new GroupFinder(
                new Commitment(office.books(), Office.WORKSPACE),
                new EasternAtlas(),
                scene.campaign().id(),
                1);
        PhoneNumber chicago = new PhoneNumber("+13125550101");
        office.bringTo("imports/clinic/contacts/book.csv", "phone,time zone\n3125550101,America/Denver\n");
        Contact contact = memory.contacts().byPhone(Office.WORKSPACE, chicago).orElseThrow();

        assertThat(finder.groupOf(contact.profile(), chicago).name()).isEqualTo("America/Chicago|America/Denver+US");
    }

    @Test
    void only_a_group_that_is_new_or_too_small_is_written() {
        Office office = Office.open();
        CampaignId campaign = new CampaignId("spring");
        PhoneNumber chicago = new PhoneNumber("+13125550101");
        List<CallingGroup> written = new ArrayList<>();
        office.around = call -> {
            if (call.is("ensure")) written.add((CallingGroup) call.arguments().getLast());
            return call.real();
        };
        Writing writing = new Commitment(office.books(), Office.WORKSPACE);
        Profile unknown = new Profile(
                Optional.of(chicago),
                Optional.empty(),
                Profile.Name.UNKNOWN,
                "",
                Profile.Place.UNKNOWN,
                Set.of(),
                "",
                "",
                OptionalInt.empty(),
                Map.of());

        for (long rows : new long[] {1, 1, 20_000, 1}) {
            GroupFinder finder = new GroupFinder(writing, new EasternAtlas(), campaign, rows);
            finder.groupOf(unknown, chicago);
            finder.groupOf(unknown, chicago);
        }

        assertThat(written).extracting(CallingGroup::shards).containsExactly(1, 2);
    }
}
