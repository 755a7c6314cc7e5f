package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outdial.campaign.Settings;
import outdial.contract.Scene;
import outdial.enrollment.CallingGroup;
import outdial.memory.EasternAtlas;
import outdial.rules.CallingHours;
import outdial.rules.Rulebook;
import outdial.rules.Switches;

/// What is remembered of a group's hours is what they are.
final class OpenGroupsTest {
    private static final Duration RINGING = Duration.ofSeconds(30);
    private static final List<String> GROUPS =
            List.of("America/New_York+US", "America/Los_Angeles|America/New_York+US-CA|US-FL", "+");

    private final Law law = new Law(Rulebook.shipped(), new EasternAtlas());
    private final Settings settings = Scene.of("acme").settings(2);

    @Test
    void a_group_is_open_just_when_its_hours_are_however_often_it_is_asked_for() {
        for (long seed = 1; seed <= 20; seed++) {
            Random dice = new Random(seed);
            OpenGroups groups = new OpenGroups(law, RINGING);
            Instant now = Instant.parse("2026-03-06T11:00:00Z");
            for (int look = 0; look < 300; look++) {
                now = now.plusMillis(dice.nextInt(900_000) - 10_000);
                for (String group : GROUPS)
                    assertThat(groups.at(now, settings, Switches.UNTOUCHED).isOpen(group))
                            .as("seed %d, %s at %s", seed, group, now)
                            .isEqualTo(isOpen(group, now));
            }
        }
    }

    @Test
    void another_window_is_another_decision() {
        OpenGroups groups = new OpenGroups(law, RINGING);
        Instant evening = Instant.parse("2026-03-06T23:00:00Z");
        Settings always = new Settings(
                settings.name(),
                settings.type(),
                settings.agent(),
                settings.callerNumbers(),
                settings.limits(),
                settings.retries(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(groups.at(evening, settings, Switches.UNTOUCHED).isOpen(GROUPS.getFirst()))
                .isFalse();
        assertThat(groups.at(evening, always, Switches.UNTOUCHED).isOpen(GROUPS.getFirst()))
                .isTrue();
    }

    private boolean isOpen(String group, Instant now) {
        return switch (law.hours(settings, Switches.UNTOUCHED, CallingGroup.areaOf(group), now)) {
            case CallingHours.Known known -> known.hours().isOpen(now, RINGING);
            case CallingHours.Unknown _ -> false;
        };
    }
}
