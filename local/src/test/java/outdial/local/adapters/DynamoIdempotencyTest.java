package outdial.local.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.functions.api.Idempotency;
import outdial.functions.api.Idempotency.Claim;
import outdial.functions.api.Idempotency.Submission;
import outdial.functions.api.Reply;
import outdial.functions.dynamo.DynamoIdempotency;
import outdial.local.LocalStack;

@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class DynamoIdempotencyTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final Reply REPLY =
            new Reply(201, Map.of("content-type", "application/json"), "{\"name\":\"Zürich\"}".repeat(1000));

    private final Idempotency idempotency = new DynamoIdempotency(TemplateTables.shared());
    private final String key = "acme#POST /v1/campaigns#" + UUID.randomUUID();
    private final Submission first = new Submission(key, "hash", "request-1");
    private final Submission second = new Submission(key, "hash", "request-2");

    @Test
    void whoever_comes_first_has_the_key() {
        assertThat(idempotency.claim(first, NOW)).isEqualTo(new Claim.Mine(NOW));
        assertThat(idempotency.claim(second, NOW)).isEqualTo(new Claim.Running());
        assertThat(idempotency.claim(new Submission(key, "other", "request-3"), NOW))
                .isEqualTo(new Claim.OtherRequest());
    }

    @Test
    void a_kept_answer_is_given_for_a_day() {
        idempotency.claim(first, NOW);
        idempotency.keep(first, REPLY, NOW);

        Instant nextDay = NOW.plus(Duration.ofDays(1));
        assertThat(idempotency.claim(second, nextDay.minusSeconds(1))).isEqualTo(new Claim.Answered(REPLY));
        assertThat(idempotency.claim(second, nextDay)).isEqualTo(new Claim.Mine(nextDay));
    }

    @Test
    void an_answer_without_a_body_is_kept_too() {
        Reply nothing = new Reply(204, Map.of(), "");
        idempotency.claim(first, NOW);
        idempotency.keep(first, nothing, NOW);

        assertThat(idempotency.claim(second, NOW)).isEqualTo(new Claim.Answered(nothing));
    }

    @Test
    void a_released_key_may_be_used_for_another_request_at_once() {
        idempotency.claim(first, NOW);
        idempotency.release(first, NOW);

        assertThat(idempotency.claim(new Submission(key, "other", "request-2"), NOW))
                .isEqualTo(new Claim.Mine(NOW));
    }

    @Test
    void a_request_that_died_is_taken_over_by_one_with_the_time_of_the_first() {
        idempotency.claim(first, NOW);
        Instant later = NOW.plus(Duration.ofMinutes(1));

        assertThat(idempotency.claim(second, later.minusSeconds(1))).isEqualTo(new Claim.Running());
        assertThat(idempotency.claim(second, later)).isEqualTo(new Claim.Mine(NOW));
        assertThat(idempotency.claim(new Submission(key, "hash", "request-3"), later))
                .isEqualTo(new Claim.Running());
    }

    @Test
    void who_lost_the_key_keeps_and_releases_nothing() {
        idempotency.claim(first, NOW);
        Instant later = NOW.plus(Duration.ofMinutes(1));
        idempotency.claim(second, later);

        idempotency.keep(first, REPLY, later);
        idempotency.release(first, later);

        assertThat(idempotency.claim(new Submission(key, "hash", "request-3"), later))
                .isEqualTo(new Claim.Running());
    }
}
