package outdial.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.hours.DailyHours;
import outdial.hours.Hours;
import outdial.hours.Window;
import outdial.hours.Window.Zone;
import outdial.rules.CallingHours.Known;
import outdial.rules.CallingHours.Reason;
import outdial.rules.CallingHours.Unknown;

final class RulebookTest {
    private static final Rulebook BOOK = Rulebook.shipped();
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Duration RINGING = Duration.ofSeconds(30);
    private static final Switches.Waiver WAIVER = new Switches.Waiver("counsel agreed", "key-1", NOW);

    /// The times are those of a wall clock in the first of the zones.
    @ParameterizedTest(name = "{2} at {3}: {4}")
    @CsvSource({
        "US-NY, America/New_York, TELEMARKETING, 2026-03-02T07:59:59, 2026-03-02T08:00:00",
        "US-NY, America/New_York, TELEMARKETING, 2026-03-02T20:59:00, open",
        "US-NY, America/New_York, TELEMARKETING, 2026-03-02T20:59:30, 2026-03-03T08:00:00",
        "US-FL, America/New_York, INFORMATIONAL, 2026-03-02T19:59:29, open",
        "US-FL, America/New_York, INFORMATIONAL, 2026-03-02T20:00:00, 2026-03-03T08:00:00",
        // The Florida panhandle is an hour behind: it opens last and closes first.
        "US-FL, America/New_York America/Chicago, TELEMARKETING, 2026-03-02T08:30:00, 2026-03-02T09:00:00",
        "US-FL, America/New_York America/Chicago, TELEMARKETING, 2026-03-02T20:00:00, 2026-03-03T09:00:00",
        // Between clock changes of New York and Lisbon the two are four hours apart instead of five.
        "US-NY, America/New_York Europe/Lisbon, TELEMARKETING, 2026-03-06T16:00:00, 2026-03-07T08:00:00",
        "US-NY, America/New_York Europe/Lisbon, TELEMARKETING, 2026-03-10T16:30:00, open",
        // Louisiana: no Sunday; Mardi Gras; Christmas on a Friday, then Saturday, then no Sunday.
        "US-LA, America/Chicago, TELEMARKETING, 2026-03-01T12:00:00, 2026-03-02T08:00:00",
        "US-LA, America/Chicago, TELEMARKETING, 2026-02-17T12:00:00, 2026-02-18T08:00:00",
        "US-LA, America/Chicago, TELEMARKETING, 2026-12-24T20:00:00, 2026-12-26T08:00:00",
        "US-LA, America/Chicago, TELEMARKETING, 2026-12-26T20:00:00, 2026-12-28T08:00:00",
        // The United States as a whole: somebody who may be in Louisiana.
        "US, America/Chicago, TELEMARKETING, 2026-03-01T12:00:00, 2026-03-02T08:00:00",
        "CA-ON, America/Toronto, TELEMARKETING, 2026-03-02T21:29:00, open",
        "CA-ON, America/Toronto, TELEMARKETING, 2026-03-06T21:30:00, 2026-03-07T10:00:00",
        "CA-ON, America/Toronto, TELEMARKETING, 2026-03-08T18:00:00, 2026-03-09T09:00:00",
        // A number of Ontario, an address in New York: Canada's morning and weekend, America's evening.
        "CA-ON US-NY, America/Toronto America/New_York, TELEMARKETING, 2026-03-02T21:00:00, 2026-03-03T09:00:00",
        "CA-ON US-NY, America/Toronto America/New_York, TELEMARKETING, 2026-03-07T18:00:00, 2026-03-08T10:00:00",
        "FR, Europe/Paris, TELEMARKETING, 2026-03-02T13:00:00, 2026-03-02T14:00:00",
        "FR, Europe/Paris, TELEMARKETING, 2026-03-02T12:59:45, 2026-03-02T14:00:00",
        "FR, Europe/Paris, TELEMARKETING, 2026-03-06T20:00:00, 2026-03-09T10:00:00",
        // Friday the first of May, then the weekend.
        "FR, Europe/Paris, TELEMARKETING, 2026-04-30T20:00:00, 2026-05-04T10:00:00",
        "ES, Europe/Madrid, TELEMARKETING, 2026-10-09T21:00:00, 2026-10-13T09:00:00",
        "AU, Australia/Sydney, TELEMARKETING, 2026-03-07T17:00:00, 2026-03-09T09:00:00",
        "AU, Australia/Sydney, RESEARCH, 2026-03-07T17:00:00, 2026-03-08T09:00:00",
        "AU, Australia/Sydney, RESEARCH, 2026-03-02T20:15:00, open",
        "AU, Australia/Sydney, TELEMARKETING, 2026-03-02T20:15:00, 2026-03-03T09:00:00",
        "IN, Asia/Kolkata, TELEMARKETING, 2026-03-01T21:00:00, 2026-03-02T09:00:00",
    })
    void the_law_says_when(String regions, String zones, Purpose purpose, String wall, String opens) {
        ZoneId first = ZoneId.of(zones.split(" ", -1)[0]);
        Instant at = LocalDateTime.parse(wall).atZone(first).toInstant();

        Known known = known(new Terms(Optional.empty(), purpose, Switches.UNTOUCHED), area(zones, regions), at);

        Instant expected = opens.equals("open")
                ? at
                : LocalDateTime.parse(opens).atZone(first).toInstant();
        assertThat(known.hours().isOpen(at, RINGING)).isEqualTo(opens.equals("open"));
        assertThat(known.hours().nextOpening(at, RINGING)).contains(expected);
    }

    @Test
    void a_window_makes_the_law_stricter_and_never_laxer() {
        Window long24 = window(new Zone.ContactLocal(), "00:00", "00:00");
        Window short9 = window(new Zone.ContactLocal(), "09:00", "17:00");
        Area florida = area("America/New_York", "US-FL");

        assertThat(opening(terms(long24, Switches.UNTOUCHED), florida, "2026-03-03T01:00:00Z"))
                .isEqualTo("2026-03-03T13:00:00Z");
        assertThat(opening(terms(short9, Switches.UNTOUCHED), florida, "2026-03-02T22:00:00Z"))
                .isEqualTo("2026-03-03T14:00:00Z");
    }

    @Test
    void a_window_that_the_law_never_leaves_open_never_opens() {
        Window night = window(new Zone.ContactLocal(), "22:00", "06:00");

        Known known = known(terms(night, Switches.UNTOUCHED), area("America/New_York", "US-NY"), NOW);

        assertThat(known.hours().nextOpening(NOW, RINGING)).isEmpty();
    }

    @Test
    void nobody_is_called_whose_time_is_unknown() {
        Terms office = terms(window(new Zone.Fixed(ZoneId.of("UTC")), "09:00", "17:00"), Switches.UNTOUCHED);
        Terms local = terms(window(new Zone.ContactLocal(), "09:00", "17:00"), Switches.UNTOUCHED.withAllOff(WAIVER));

        assertThat(BOOK.hours(office, area("", "US"), NOW)).isEqualTo(new Unknown(Reason.NO_TIME_ZONE));
        assertThat(BOOK.hours(local, area("", "US"), NOW)).isEqualTo(new Unknown(Reason.NO_TIME_ZONE));
    }

    @Test
    void a_country_without_known_law_needs_a_window() {
        Area brazil = area("America/Sao_Paulo", "BR");
        Window office = window(new Zone.ContactLocal(), "09:00", "17:00");

        assertThat(BOOK.hours(lawOnly(Switches.UNTOUCHED), brazil, NOW))
                .isEqualTo(new Unknown(Reason.NO_RULE_FOR_COUNTRY));
        assertThat(BOOK.hours(lawOnly(Switches.UNTOUCHED), area("Europe/London", "GB"), NOW))
                .isEqualTo(new Unknown(Reason.NO_RULE_FOR_COUNTRY));
        assertThat(opening(terms(office, Switches.UNTOUCHED), brazil, "2026-03-02T20:00:00Z"))
                .isEqualTo("2026-03-03T12:00:00Z");
    }

    @Test
    void of_two_countries_both_need_known_law() {
        Area both = area("America/New_York America/Sao_Paulo", "US-NY BR");

        assertThat(BOOK.hours(lawOnly(Switches.UNTOUCHED), both, NOW))
                .isEqualTo(new Unknown(Reason.NO_RULE_FOR_COUNTRY));
    }

    @Test
    void no_country_at_all_is_no_known_law() {
        Terms office = terms(window(new Zone.ContactLocal(), "09:00", "17:00"), Switches.UNTOUCHED);

        assertThat(BOOK.hours(office, area("Europe/Berlin", ""), NOW))
                .isEqualTo(new Unknown(Reason.NO_RULE_FOR_COUNTRY));
    }

    @Test
    void with_the_rules_off_only_the_window_counts() {
        Switches off = Switches.UNTOUCHED.withAllOff(WAIVER);
        Window night = window(new Zone.ContactLocal(), "22:00", "06:00");
        Window office = window(new Zone.Fixed(ZoneId.of("UTC")), "09:00", "17:00");

        Known known = known(terms(night, off), area("America/New_York", "US-FL"), NOW);

        assertThat(known.hours().nextOpening(NOW, RINGING)).contains(Instant.parse("2026-03-03T03:00:00Z"));
        assertThat(known.caps()).isEmpty();
        assertThat(known(terms(office, off), area("", "US"), NOW).hours().isOpen(NOW, RINGING))
                .isFalse();
        assertThat(BOOK.hours(lawOnly(off), area("America/New_York", "US-FL"), NOW))
                .isEqualTo(new Unknown(Reason.NO_WINDOW));
    }

    @Test
    void a_rule_that_was_turned_off_does_not_count_and_may_be_turned_on_again() {
        Switches off = Switches.UNTOUCHED.withOff("US-FL", WAIVER);
        Area florida = area("America/New_York", "US-FL");
        Instant evening = Instant.parse("2026-03-03T01:15:00Z");

        assertThat(known(lawOnly(off), florida, NOW).hours().isOpen(evening, RINGING))
                .isTrue();
        assertThat(known(lawOnly(off.withOn("US-FL")), florida, NOW).hours().isOpen(evening, RINGING))
                .isFalse();
        assertThat(known(lawOnly(off), florida, NOW).rules())
                .extracting(Rule::id)
                .containsExactly("US");
    }

    @Test
    void an_unconfirmed_rule_counts_once_it_is_switched_on() {
        Area alabama = area("America/Chicago", "US-AL");
        Switches on = Switches.UNTOUCHED.withOn("US-AL");
        Instant sunday = Instant.parse("2026-03-01T18:00:00Z");

        assertThat(known(lawOnly(Switches.UNTOUCHED), alabama, NOW).hours().isOpen(sunday, RINGING))
                .isTrue();
        assertThat(known(lawOnly(on), alabama, NOW).hours().isOpen(sunday, RINGING))
                .isFalse();
    }

    @Test
    void a_rule_binds_from_its_first_day_anywhere_on_earth() {
        Area oregon = area("America/Los_Angeles", "US-OR");

        assertThat(known(lawOnly(Switches.UNTOUCHED), oregon, Instant.parse("2025-12-31T09:59:59Z"))
                        .rules())
                .extracting(Rule::id)
                .containsExactly("US");
        assertThat(known(lawOnly(Switches.UNTOUCHED), oregon, Instant.parse("2025-12-31T10:00:00Z"))
                        .rules())
                .extracting(Rule::id)
                .containsExactly("US", "US-OR");
    }

    @Test
    void in_a_blocked_region_nobody_is_called_until_the_end_of_the_date() {
        Switches storm = Switches.UNTOUCHED.withBlock(new Region("US-LA"), LocalDate.parse("2026-09-02"));
        Window always = window(new Zone.ContactLocal(), "00:00", "00:00");
        Switches off = storm.withAllOff(WAIVER);
        Area louisiana = area("America/Chicago", "US-LA");

        assertThat(opening(lawOnly(storm), louisiana, "2026-09-01T15:00:00Z")).isEqualTo("2026-09-03T13:00:00Z");
        assertThat(opening(terms(always, off), louisiana, "2026-09-01T15:00:00Z"))
                .isEqualTo("2026-09-03T05:00:00Z");
        assertThat(opening(terms(always, off), area("America/Chicago", "US-TX"), "2026-09-01T15:00:00Z"))
                .isEqualTo("2026-09-01T15:00:00Z");
        assertThat(opening(lawOnly(storm.withoutBlock(new Region("US-LA"))), louisiana, "2026-09-01T15:00:00Z"))
                .isEqualTo("2026-09-01T15:00:00Z");
    }

    @Test
    void a_blocked_country_blocks_its_parts_and_a_blocked_part_whoever_may_be_there() {
        Window always = window(new Zone.Fixed(ZoneId.of("UTC")), "00:00", "00:00");
        Switches off = Switches.UNTOUCHED.withAllOff(WAIVER);
        Switches country = off.withBlock(new Region("US"), LocalDate.parse("2026-09-02"));
        Switches part = off.withBlock(new Region("US-LA"), LocalDate.parse("2026-09-02"));

        assertThat(opening(
                        terms(always, country),
                        area("America/New_York America/Chicago", "US-FL"),
                        "2026-09-01T15:00:00Z"))
                .isEqualTo("2026-09-03T05:00:00Z");
        assertThat(opening(terms(always, part), area("", "US"), "2026-09-01T15:00:00Z"))
                .isEqualTo("2026-09-03T12:00:00Z");
    }

    @Test
    void caps_and_quiets_of_all_rules_count_once() {
        Terms collections = new Terms(Optional.empty(), Purpose.COLLECTIONS, Switches.UNTOUCHED);

        Known known = known(collections, area("America/New_York America/Chicago", "US-FL US-OK"), NOW);

        assertThat(known.caps())
                .containsExactlyInAnyOrder(new Cap(7, Duration.ofDays(7)), new Cap(3, Duration.ofDays(1)));
        assertThat(known.quiets()).containsExactly(new Quiet(Quiet.Event.CONVERSATION, Duration.ofDays(7)));
    }

    @Test
    void the_latest_of_what_forbids_a_call_counts() {
        Terms collections = new Terms(Optional.empty(), Purpose.COLLECTIONS, Switches.UNTOUCHED);
        Known known = known(collections, area("America/New_York", "US-FL"), NOW);
        Instant first = NOW.minusSeconds(7200);
        List<Instant> threeCalls = List.of(first, NOW.minusSeconds(3600), NOW.minusSeconds(60));

        assertThat(known.forbidUntil(History.NONE, NOW)).isEmpty();
        assertThat(known.forbidUntil(new History(threeCalls, Optional.empty(), Optional.empty()), NOW))
                .contains(first.plus(Duration.ofDays(1)));
        assertThat(known.forbidUntil(new History(threeCalls, Optional.of(first), Optional.empty()), NOW))
                .contains(first.plus(Duration.ofDays(7)));
    }

    private static Terms lawOnly(Switches switches) {
        return new Terms(Optional.empty(), Purpose.TELEMARKETING, switches);
    }

    private static Terms terms(Window window, Switches switches) {
        return new Terms(Optional.of(window), Purpose.TELEMARKETING, switches);
    }

    private static Instant opening(Terms terms, Area area, String at) {
        Hours hours = known(terms, area, Instant.parse(at)).hours();
        return hours.nextOpening(Instant.parse(at), RINGING).orElseThrow();
    }

    private static Known known(Terms terms, Area area, Instant at) {
        CallingHours hours = BOOK.hours(terms, area, at);
        assertThat(hours).isInstanceOf(Known.class);
        return (Known) hours;
    }

    private static Area area(String zones, String regions) {
        return Area.of(words(zones), words(regions));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private static Window window(Zone zone, String start, String end) {
        return new Window(
                zone,
                List.of(new DailyHours(EnumSet.allOf(DayOfWeek.class), LocalTime.parse(start), LocalTime.parse(end))),
                new TreeSet<>(Collections.emptySet()));
    }
}
