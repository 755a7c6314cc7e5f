package outdial.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outdial.agent.Agent;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.campaign.Settings;
import outdial.contact.ContactId;
import outdial.contract.Scene;
import outdial.dialing.Findings.Exclusion;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollment.Reason;
import outdial.enrollment.Lane;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.NumberRecord;
import outdial.workspace.AgentId;
import outdial.workspace.CallerNumber;

final class PreflightTest {
    private final Desk desk = Desk.with("ann", "bob", "cid");

    @Test
    void whoever_nothing_keeps_from_it_is_called() {
        Findings findings = findings(NOON);

        assertThat(findings.isComplete()).isTrue();
        assertThat(findings.examined()).isEqualTo(3);
        assertThat(findings.callable()).isEqualTo(3);
        assertThat(findings.missing()).isEmpty();
    }

    @Test
    void who_is_busy_and_who_is_not_due_waits() {
        NumberRecord record = desk.memory.numbers().find(desk.scene.workspace(), Scene.phone(1));
        desk.memory.numbers().put(record.dialled(new AttemptId("a"), NOON, NOON.plusSeconds(60)));
        Enrollment.Waiting bob = (Enrollment.Waiting) desk.of("bob");
        desk.memory.enrollments().change(bob, bob.postpone(NOON.plusSeconds(1), Reason.CARRIER));

        Findings findings = findings(NOON);

        assertThat(findings.waiting()).isEqualTo(Map.of(Reason.NUMBER_BUSY, 1, Reason.CARRIER, 1));
        assertThat(findings.toCall()).isEqualTo(3);
    }

    @Test
    void who_is_disabled_is_not_looked_at() {
        Enrollment.Waiting bob = (Enrollment.Waiting) desk.of("bob");
        assertThat(desk.memory.enrollments().change(bob, bob.hold("on holiday")))
                .isTrue();

        Findings findings = findings(NOON);

        assertThat(findings.examined()).isEqualTo(2);
        assertThat(findings.toCall()).isEqualTo(2);
    }

    @Test
    void whoever_is_gone_or_must_not_be_called_is_left_out() {
        ContactId ghost = desk.scene.contactId("ghost");
        Lane lane = ((Enrollment.Waiting) desk.of("ann")).lane();
        Enrollment.Waiting gone =
                new Enrollment.Waiting(new Enrolled(desk.ref(), ghost, Scene.phone(8), lane, NOON), NOON, lane);
        desk.memory.enrollments().add(List.of(new NewEnrollment(gone, "list.csv#9", Map.of())));
        desk.memory
                .doNotCall()
                .add(new DoNotCallEntry(
                        desk.scene.workspace(), Scene.phone(2), Set.of(Channel.PHONE), "API", "asked", NOON));

        Findings findings = findings(NOON);

        assertThat(findings.excluded()).isEqualTo(Map.of(Exclusion.NO_SUCH_CONTACT, 1, Exclusion.DO_NOT_CALL, 1));
        assertThat(findings.toCall()).isEqualTo(2);
    }

    @Test
    void a_variable_that_neither_list_nor_contact_nor_agent_has_is_missing() {
        Agent agent = new Agent(
                new AgentId("a"),
                desk.scene.workspace(),
                "Recall",
                new Agent.Voice("Joanna", "en-US"),
                new Agent.Script("Hello {{pet}}, {{offer}}.", "Press.", "Bye."),
                Map.of("9", new Agent.KeyMeaning(Outcome.DO_NOT_CALL, "Bye.")),
                Map.of("offer", "a cleaning"));

        Findings findings = preflight().of(desk.campaign(), Optional.of(agent), Instant.MAX);

        assertThat(findings.missing()).isEqualTo(Map.of("pet", 3));
    }

    @Test
    void when_the_time_is_up_it_answers_what_it_has() {
        Findings findings = preflight().of(desk.campaign(), Optional.empty(), NOON);

        assertThat(findings.isComplete()).isFalse();
        assertThat(findings.examined()).isZero();
    }

    @Test
    void in_the_night_everybody_waits_for_the_morning_together() {
        Findings findings = findings(NOON.plus(Duration.ofHours(12)));

        assertThat(findings.callable()).isZero();
        assertThat(findings.closed().values())
                .singleElement()
                .satisfies(closed -> assertThat(closed.contacts()).isEqualTo(3));
    }

    @Test
    void an_estimate_takes_the_slowest_of_concurrency_throttle_and_carrier() {
        Settings settings = Scene.of("acme").settings(90);
        List<CallerNumber> numbers = List.of(desk.scene.callerNumber(50));
        CarrierTerms slow = CarrierTerms.perSecond("chime", 100, 0.5);

        Estimate byNumber = Estimate.of(100, settings, numbers, CarrierTerms.perSecond("chime", 100, 9), 0.01);
        Estimate byCarrier = Estimate.of(100, settings, numbers, slow, 0.01);

        assertThat(byNumber.callsPerSecond()).isEqualTo(50 / 45.0);
        assertThat(byNumber.length()).isEqualTo(Duration.ofSeconds(90));
        assertThat(byCarrier.callsPerSecond()).isEqualTo(0.5);
        assertThat(byCarrier.usd()).isEqualTo(0.75);
    }

    private Findings findings(Instant now) {
        desk.clock.set(now);
        return preflight().of(desk.campaign(), Optional.empty(), Instant.MAX);
    }

    private Preflight preflight() {
        return new Preflight(desk.memory.books(), desk.law, Duration.ofSeconds(30), desk.clock);
    }
}
