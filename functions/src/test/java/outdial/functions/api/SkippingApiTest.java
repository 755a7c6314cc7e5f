package outdial.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments.Claim;
import outdial.enrollment.Status;
import outdial.enrollment.Token;

final class SkippingApiTest {
    private static final String CONTACTS = "/v1/campaigns/" + ApiWorld.CAMPAIGN.id() + "/contacts";

    private final ApiWorld world = new ApiWorld();

    @Test
    void a_contact_that_waits_is_left_out_for_good() {
        world.draft();
        Enrollment.Waiting jane = world.enrolled("jane", "+12025550144");

        assertThat(skip("jane")).isEqualTo("200");

        assertThat(world.memory.enrollments().find(jane.id())).contains(jane.finish(Status.SKIPPED));
        assertThat(world.get(CONTACTS + "?status=SKIPPED").body().path("items")).hasSize(1);
        assertThat(skip("jane")).isEqualTo("200");
    }

    @Test
    void a_contact_that_is_being_called_is_not_taken_back() {
        world.draft();
        Enrollment.Waiting jane = world.enrolled("jane", "+12025550144");
        Enrollment.Queued queued = jane.claim(new Token("t"), ApiWorld.NOW.plus(Duration.ofMinutes(2)), List.of());
        assertThat(world.memory.enrollments().claim(List.of(new Claim(jane, queued)), List.of()))
                .containsExactly(queued);

        assertThat(skip("jane")).isEqualTo("409 action-not-allowed");

        assertThat(world.memory.enrollments().find(jane.id())).contains(queued);
    }

    @Test
    void whoever_is_done_or_unknown_or_in_a_closed_campaign_cannot_be_skipped() {
        world.draft();
        Enrollment.Waiting jane = world.enrolled("jane", "+12025550144");
        assertThat(world.memory.enrollments().change(jane, jane.finish(Status.COMPLETED)))
                .isTrue();

        assertThat(skip("jane")).isEqualTo("409 action-not-allowed");
        assertThat(skip("nobody")).isEqualTo("404 not-found");
        world.act("cancel");
        assertThat(skip("jane")).isEqualTo("409 action-not-allowed");
    }

    private String skip(String contact) {
        return world.post(CONTACTS + "/" + contact + "/skip", "").problem();
    }
}
