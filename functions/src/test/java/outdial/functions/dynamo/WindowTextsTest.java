package outdial.functions.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import outdial.hours.DailyHours;
import outdial.hours.Window.Zone;

final class WindowTextsTest {
    @Test
    void a_zone_is_its_name_or_the_contacts_own() {
        assertThat(WindowTexts.zone(new Zone.Fixed(ZoneId.of("Europe/Berlin")))).isEqualTo("Europe/Berlin");
        assertThat(WindowTexts.zone("Europe/Berlin")).isEqualTo(new Zone.Fixed(ZoneId.of("Europe/Berlin")));
        assertThat(WindowTexts.zone(new Zone.ContactLocal())).isEqualTo("CONTACT_LOCAL");
        assertThat(WindowTexts.zone("CONTACT_LOCAL")).isEqualTo(new Zone.ContactLocal());
    }

    @Test
    void hours_are_their_times_and_days() {
        DailyHours hours = new DailyHours(
                EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY), LocalTime.of(22, 0), LocalTime.of(2, 30));

        assertThat(WindowTexts.hours(hours)).isEqualTo("22:00 02:30 MONDAY SUNDAY");
        assertThat(WindowTexts.hours("22:00 02:30 MONDAY SUNDAY")).isEqualTo(hours);
    }
}
