package outdial.functions.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static outdial.contract.Scene.LANE;
import static outdial.contract.Scene.NOON;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.agent.Agent;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.Details;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contract.Scene;
import outdial.dialing.Conversations;
import outdial.dialing.OptOuts;
import outdial.enrollment.Enrolled;
import outdial.enrollment.Enrollment;
import outdial.enrollment.Enrollments;
import outdial.enrollment.NewEnrollment;
import outdial.enrollment.NumberRecord;
import outdial.enrollment.Token;
import outdial.functions.json.Json;
import outdial.memory.Memory;
import outdial.phone.PhoneNumber;
import outdial.workspace.AgentId;
import outdial.workspace.WorkspaceId;

/// The invocations are those of `events/ConnectEvents`, shaped like the service's own.
final class ContactFlowTest {
    private static final WorkspaceId CLINIC = new WorkspaceId("clinic");
    private static final CampaignRef CAMPAIGN = new CampaignRef(CLINIC, new CampaignId("spring-checkups"));
    private static final ContactId CONTACT = new ContactId("q3n7k2v5x4a6b7c2d3e4f5g6h7");
    private static final AttemptId ATTEMPT = new AttemptId("6f1f0c3d9a8b4e7f92d1c0b3a4958677");
    private static final PhoneNumber PHONE = new PhoneNumber("+12025550123");
    private static final Map<String, String> HANG_UP = Map.of("next", "hangUp");

    private final Memory memory = new Memory();
    private final Scene scene = new Scene(CLINIC);
    private final ContactFlow flow = new ContactFlow(
            new Conversations(memory.books(), memory.agents(), () -> NOON),
            new OptOuts(memory.books()),
            memory.attempts(),
            () -> NOON);

    @BeforeEach
    void have_a_campaign_with_an_agent_in_a_call() {
        memory.agents()
                .put(new Agent(
                        new AgentId("anna"),
                        CLINIC,
                        "Anna",
                        new Agent.Voice("Joanna", "en-US"),
                        new Agent.Script(
                                "Hello {{first_name}}, press 1 if you are interested.",
                                "Please press 1, or 9 to stop these calls.",
                                "Goodbye."),
                        Map.of(
                                "1", new Agent.KeyMeaning(Outcome.INTERESTED, "Thank you, {{first_name}}."),
                                "9", new Agent.KeyMeaning(Outcome.DO_NOT_CALL, "We will not call again.")),
                        Map.of()));
        memory.campaigns().add(new Campaign.Draft(new Details(CAMPAIGN, scene.settings(1), Scene.CREATED, 1, 0)));
        memory.contacts()
                .add(List.of(new Contact(
                        CONTACT, CLINIC, scene.contact("jane", PHONE).profile(), Set.of(), 1, Scene.CREATED)));
        dial();
    }

    private void dial() {
        var waiting = new Enrollment.Waiting(new Enrolled(CAMPAIGN, CONTACT, PHONE, LANE, NOON), NOON, LANE);
        memory.enrollments().add(List.of(new NewEnrollment(waiting, "list.csv#1", Map.of())));
        var queued = waiting.claim(new Token(ATTEMPT.value()), NOON.plusSeconds(120), List.of(scene.carrier()));
        memory.slots().limit(scene.carrier(), 1);
        memory.enrollments()
                .claim(
                        List.of(new Enrollments.Claim(waiting, queued)),
                        List.of(new Enrollments.SlotLimit(scene.carrier(), 1)));
        var dialing = queued.dial(NOON.plusSeconds(600));
        NumberRecord number = memory.numbers().find(CLINIC, PHONE).dialled(ATTEMPT, NOON, NOON.plusSeconds(600));
        var dialled = memory.enrollments()
                .dial(queued, dialing, new Enrollments.Dial(Scene.attempt(queued, NOON), number, 1));
        assertThat(dialled).isEqualTo(Enrollments.Start.STARTED);
    }

    @Test
    void who_answers_hears_the_greeting_in_the_agents_voice() {
        assertThat(answer("flow-answered"))
                .isEqualTo(Map.of(
                        "next", "ask",
                        "text", "Hello Jane, press 1 if you are interested.",
                        "voice", "Joanna"));
        assertThat(memory.attempts().callOf(CONTACT, ATTEMPT)).contains("5d1c0c3e-6a39-4c0e-9a55-0d6f6c1f0e11");
    }

    @Test
    void a_second_call_for_one_attempt_is_hung_up() {
        memory.attempts().note(CONTACT, ATTEMPT, "another-contact");

        assertThat(answer("flow-answered")).isEqualTo(HANG_UP);
    }

    @Test
    void a_key_is_answered_and_has_a_result() {
        assertThat(answer("flow-pressed-1-interested"))
                .isEqualTo(Map.of(
                        "next", "say",
                        "text", "Thank you, Jane.",
                        "voice", "Joanna",
                        "result", "INTERESTED"));
    }

    @Test
    void key_9_puts_the_number_on_the_do_not_call_list_before_the_call_is_over() {
        assertThat(answer("flow-pressed-9-do-not-call")).containsEntry("result", "DO_NOT_CALL");

        assertThat(memory.doNotCall().among(CLINIC, Set.of(PHONE))).containsExactly(PHONE);
    }

    @Test
    void who_presses_nothing_or_the_wrong_key_is_asked_once_more() {
        var again = Map.of("next", "ask", "text", "Please press 1, or 9 to stop these calls.", "voice", "Joanna");

        assertThat(answer("flow-pressed-nothing-first")).isEqualTo(again);
        assertThat(answer("flow-pressed-an-unknown-key")).isEqualTo(again);
    }

    @Test
    void who_presses_nothing_twice_hears_goodbye_and_the_call_is_completed() {
        assertThat(answer("flow-pressed-nothing-last"))
                .isEqualTo(Map.of("next", "say", "text", "Goodbye.", "voice", "Joanna", "result", "COMPLETED"));
    }

    @Test
    void the_same_invocation_gets_the_same_answer_again() {
        assertThat(answer("flow-answered")).isEqualTo(answer("flow-answered"));
        assertThat(answer("flow-pressed-9-do-not-call")).isEqualTo(answer("flow-pressed-9-do-not-call"));
    }

    @Test
    void a_contact_that_is_not_ours_is_hung_up() {
        assertThat(answer("flow-inbound")).isEqualTo(HANG_UP);
    }

    private Map<String, String> answer(String event) {
        try (InputStream file = Files.newInputStream(Path.of("..", "events", "ConnectEvents", event + ".json"))) {
            return flow.answer(new FlowEvent(Json.tree(file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
