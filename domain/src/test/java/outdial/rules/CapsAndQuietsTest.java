package outdial.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.property.Seeds;
import outdial.rules.Quiet.Event;

final class CapsAndQuietsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Cap THREE_A_DAY = new Cap(3, Duration.ofHours(24));

    @Test
    void fewer_calls_than_the_cap_allow_another() {
        assertThat(THREE_A_DAY.forbidsUntil(List.of(), NOW)).isEmpty();
        assertThat(THREE_A_DAY.forbidsUntil(hoursAgo(1, 2), NOW)).isEmpty();
    }

    @Test
    void as_many_as_the_cap_forbid_another_until_the_first_of_them_is_too_long_ago() {
        assertThat(THREE_A_DAY.forbidsUntil(hoursAgo(20, 2, 1), NOW)).contains(NOW.plus(Duration.ofHours(4)));
        assertThat(THREE_A_DAY.forbidsUntil(hoursAgo(1, 23, 20, 2, 30), NOW)).contains(NOW.plus(Duration.ofHours(4)));
    }

    @Test
    void a_call_counts_until_its_time_has_fully_passed() {
        assertThat(THREE_A_DAY.forbidsUntil(
                        List.of(NOW, NOW, NOW.minus(Duration.ofHours(24)).plusMillis(1)), NOW))
                .contains(NOW.plusMillis(1));
        assertThat(THREE_A_DAY.forbidsUntil(List.of(NOW, NOW, NOW.minus(Duration.ofHours(24))), NOW))
                .isEmpty();
    }

    @Test
    void a_call_that_a_faster_clock_has_started_counts_too() {
        assertThat(THREE_A_DAY.forbidsUntil(hoursAgo(2, 1, -1), NOW)).contains(NOW.plus(Duration.ofHours(22)));
    }

    /// Whoever always calls at the first moment that is allowed never exceeds the cap.
    @Test
    void no_stretch_of_time_ever_holds_more_calls_than_the_cap() {
        Seeds.each(200, dice -> {
            Cap cap = new Cap(1 + dice.nextInt(7), Duration.ofMinutes(1 + dice.nextInt(600)));
            List<Instant> calls = new ArrayList<>();
            Instant now = NOW;
            for (int call = 0; call < 60; call++) {
                now = now.plusSeconds(dice.nextInt(3600));
                now = cap.forbidsUntil(calls, now).orElse(now);
                assertThat(cap.forbidsUntil(calls, now)).isEmpty();
                calls.add(now);
            }
            for (int last = cap.calls(); last < calls.size(); last++) {
                assertThat(Duration.between(calls.get(last - cap.calls()), calls.get(last)))
                        .as(cap.toString())
                        .isGreaterThanOrEqualTo(cap.within());
            }
        });
    }

    @Test
    void after_a_conversation_it_is_quiet_for_a_while() {
        Quiet week = new Quiet(Event.CONVERSATION, Duration.ofDays(7));
        Instant talked = NOW.minus(Duration.ofDays(6));

        assertThat(week.forbidsUntil(History.NONE, NOW)).isEmpty();
        assertThat(week.forbidsUntil(history(Optional.of(talked), Optional.empty()), NOW))
                .contains(NOW.plus(Duration.ofDays(1)));
        assertThat(week.forbidsUntil(history(Optional.of(talked), Optional.empty()), NOW.plus(Duration.ofDays(1))))
                .isEmpty();
        assertThat(week.forbidsUntil(history(Optional.empty(), Optional.of(talked)), NOW))
                .isEmpty();
    }

    @Test
    void after_a_refusal_it_is_quiet_for_a_while() {
        Quiet twoMonths = new Quiet(Event.REFUSAL, Duration.ofDays(60));

        assertThat(twoMonths.forbidsUntil(history(Optional.empty(), Optional.of(NOW)), NOW))
                .contains(NOW.plus(Duration.ofDays(60)));
        assertThat(twoMonths.forbidsUntil(history(Optional.of(NOW), Optional.empty()), NOW))
                .isEmpty();
    }

    @Test
    void a_cap_and_a_quiet_without_sense_are_refused() {
        assertThatThrownBy(() -> new Cap(0, Duration.ofDays(1))).hasMessage("calls must be at least 1, was 0");
        assertThatThrownBy(() -> new Cap(1, Duration.ZERO)).hasMessage("within must be positive, was PT0S");
        assertThatThrownBy(() -> new Quiet(Event.REFUSAL, Duration.ZERO))
                .hasMessage("length must be positive, was PT0S");
    }

    private static History history(Optional<Instant> conversation, Optional<Instant> refusal) {
        return new History(List.of(), conversation, refusal);
    }

    private static List<Instant> hoursAgo(int... hours) {
        return Arrays.stream(hours)
                .mapToObj(ago -> NOW.minus(Duration.ofHours(ago)))
                .toList();
    }
}
