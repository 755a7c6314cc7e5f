package outdial.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outdial.campaign.RetryRules.Cause;
import outdial.contract.Scene;

final class CampaignTest {
    private static final Instant NOON = Scene.NOON;

    private final Details details =
            new Details(Scene.of("acme").campaign(), Scene.of("acme").settings(2), Scene.CREATED, 1, 0);

    @Test
    void a_draft_that_lacks_nothing_can_be_started() {
        assertThat(new Campaign.Draft(details).start())
                .isEqualTo(new Campaign.Starting.Started(new Campaign.Scheduled(details)));
    }

    @Test
    void a_draft_tells_what_it_lacks() {
        Settings bare = new Settings(
                "Bare",
                CampaignType.ONE_TIME,
                Optional.empty(),
                List.of(),
                Settings.Limits.DEFAULT,
                RetryRules.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(new Campaign.Draft(details.with(bare)).start())
                .isEqualTo(new Campaign.Starting.Lacking(List.of("agentId", "callerNumbers")));
    }

    @Test
    void a_scheduled_campaign_begins_when_its_time_has_come_and_the_window_is_open() {
        Details later = details.with(with(Optional.of(NOON), Optional.empty()));
        Campaign.Scheduled scheduled = new Campaign.Scheduled(later);

        assertThat(scheduled.beginAt(NOON.minusMillis(1), true)).isEqualTo(scheduled);
        assertThat(scheduled.beginAt(NOON, false)).isEqualTo(scheduled);
        assertThat(scheduled.beginAt(NOON, true)).isEqualTo(new Campaign.InProgress(later));
        assertThat(new Campaign.InProgress(later).beginAt(NOON, false)).isEqualTo(new Campaign.InProgress(later));
    }

    @Test
    void an_active_campaign_can_be_paused_cancelled_and_completed() {
        for (Campaign.Active active : List.of(new Campaign.Scheduled(details), new Campaign.InProgress(details))) {
            assertThat(active.pause()).isEqualTo(new Campaign.Paused(details));
            assertThat(active.cancel()).isEqualTo(new Campaign.Cancelled(details));
            assertThat(active.complete()).isEqualTo(new Campaign.Completed(details));
        }
    }

    @Test
    void a_paused_campaign_goes_on_where_it_stood() {
        Details later = details.with(with(Optional.of(NOON), Optional.empty()));

        assertThat(new Campaign.Paused(later).resume(NOON.minusMillis(1))).isEqualTo(new Campaign.Scheduled(later));
        assertThat(new Campaign.Paused(later).resume(NOON)).isEqualTo(new Campaign.InProgress(later));
    }

    @Test
    void drafts_and_what_stands_still_can_be_archived() {
        List<Campaign.Archivable> all = List.of(
                new Campaign.Draft(details),
                new Campaign.Paused(details),
                new Campaign.Completed(details),
                new Campaign.Cancelled(details));

        assertThat(all)
                .allSatisfy(campaign -> assertThat(campaign.archive()).isEqualTo(new Campaign.Archived(details)));
    }

    @Test
    void each_state_has_its_name_and_tells_whether_it_takes_contacts() {
        List<Campaign> all = List.of(
                new Campaign.Draft(details),
                new Campaign.Scheduled(details),
                new Campaign.InProgress(details),
                new Campaign.Paused(details),
                new Campaign.Completed(details),
                new Campaign.Cancelled(details),
                new Campaign.Archived(details));

        assertThat(all)
                .extracting(Campaign::status)
                .containsExactly("DRAFT", "SCHEDULED", "IN_PROGRESS", "PAUSED", "COMPLETED", "CANCELLED", "ARCHIVED");
        assertThat(all)
                .extracting(Campaign::takesContacts)
                .containsExactly(true, true, true, true, false, false, false);
    }

    @Test
    void nothing_goes_out_before_the_start_or_from_the_end_on() {
        Settings march = with(Optional.of(NOON), Optional.of(NOON.plusSeconds(60)));

        assertThat(march.hasBegun(NOON.minusMillis(1))).isFalse();
        assertThat(march.hasBegun(NOON)).isTrue();
        assertThat(march.hasEnded(NOON.plusMillis(59_999))).isFalse();
        assertThat(march.hasEnded(NOON.plusSeconds(60))).isTrue();
        assertThat(details.settings().hasBegun(Instant.EPOCH)).isTrue();
        assertThat(details.settings().hasEnded(Instant.MAX)).isFalse();
    }

    @Test
    void settings_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> with(Optional.of(NOON), Optional.of(NOON))).hasMessage("startAt must be before endAt");
        assertThatThrownBy(() -> named(" ")).hasMessage("name must be 1 to 200 characters");
        assertThatThrownBy(() -> named("x".repeat(201))).hasMessage("name must be 1 to 200 characters");
        assertThatThrownBy(() -> from(21)).hasMessage("at most 20 caller numbers, were 21");
        assertThat(named("x".repeat(200)).name()).hasSize(200);
        assertThat(from(20).callerNumbers()).hasSize(20);
    }

    @Test
    void limits_have_bounds() {
        Duration minute = Duration.ofMinutes(1);

        assertThat(Settings.Limits.DEFAULT).isEqualTo(new Settings.Limits(1, Duration.ZERO));
        assertThat(new Settings.Limits(1000, minute).throttle()).isEqualTo(minute);
        assertThatThrownBy(() -> new Settings.Limits(0, minute)).hasMessage("concurrency must be 1 to 1000, was 0");
        assertThatThrownBy(() -> new Settings.Limits(1001, minute))
                .hasMessage("concurrency must be 1 to 1000, was 1001");
        assertThatThrownBy(() -> new Settings.Limits(1, Duration.ofMillis(-1)))
                .hasMessage("throttleMillis must be 0 to 60000, was -1");
        assertThatThrownBy(() -> new Settings.Limits(1, minute.plusMillis(1)))
                .hasMessage("throttleMillis must be 0 to 60000, was 60001");
    }

    @Test
    void retries_have_bounds_and_are_calls_after_the_first() {
        assertThat(RetryRules.DEFAULT).isEqualTo(new RetryRules(2, Duration.ofHours(1)));
        assertThat(new RetryRules(2, Duration.ZERO).allowAnother(Cause.BUSY, 2, 2))
                .isTrue();
        assertThat(new RetryRules(2, Duration.ZERO).allowAnother(Cause.BUSY, 3, 1))
                .isFalse();
        assertThatThrownBy(() -> new RetryRules(-1, Duration.ZERO)).hasMessage("maxRetries must be 0 to 20, was -1");
        assertThatThrownBy(() -> new RetryRules(21, Duration.ZERO)).hasMessage("maxRetries must be 0 to 20, was 21");
        assertThatThrownBy(() -> new RetryRules(1, Duration.ofSeconds(-1)))
                .hasMessage("retryDelaySeconds must be 0 to 2592000, was -1");
        assertThatThrownBy(() -> new RetryRules(1, Duration.ofDays(31)))
                .hasMessage("retryDelaySeconds must be 0 to 2592000, was 2678400");
    }

    private Settings named(String name) {
        return settings(name, 1, Optional.empty(), Optional.empty());
    }

    private Settings from(int numbers) {
        return settings("Spring", numbers, Optional.empty(), Optional.empty());
    }

    private Settings with(Optional<Instant> startAt, Optional<Instant> endAt) {
        return settings("Spring", 1, startAt, endAt);
    }

    private Settings settings(String name, int numbers, Optional<Instant> startAt, Optional<Instant> endAt) {
        Settings ready = details.settings();
        return new Settings(
                name,
                ready.type(),
                ready.agent(),
                Collections.nCopies(numbers, Scene.CALLER),
                ready.limits(),
                ready.retries(),
                ready.window(),
                startAt,
                endAt);
    }
}
