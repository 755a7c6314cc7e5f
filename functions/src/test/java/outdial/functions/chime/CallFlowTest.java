package outdial.functions.chime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outdial.agent.Agent;
import outdial.call.AttemptId;
import outdial.call.Attempts;
import outdial.call.Ended;
import outdial.call.Outcome;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.campaign.Details;
import outdial.contact.ContactId;
import outdial.contract.Scene;
import outdial.dialing.Conversations;
import outdial.dialing.OptOuts;
import outdial.functions.chime.CallReply.Action;
import outdial.functions.json.Json;
import outdial.memory.Interposed;
import outdial.memory.Memory;
import outdial.phone.PhoneNumber;
import outdial.workspace.AgentId;
import outdial.workspace.WorkspaceId;

/// The events are those of `events/CallFlow`, shaped like the service's own.
final class CallFlowTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:04:40Z");
    private static final WorkspaceId CLINIC = new WorkspaceId("clinic");
    private static final CampaignRef CAMPAIGN = new CampaignRef(CLINIC, new CampaignId("spring-checkups"));
    private static final ContactId CONTACT = new ContactId("q3n7k2v5x4a6b7c2d3e4f5g6h7");
    private static final Map<String, String> PLACED = Map.of(
            "attemptId", "6f1f0c3d9a8b4e7f92d1c0b3a4958677",
            "workspaceId", "clinic",
            "campaignId", "spring-checkups",
            "contactId", CONTACT.value());

    private final Memory memory = new Memory();
    private final List<Ended> reports = new ArrayList<>();
    private boolean firstCall = true;
    private final CallFlow callFlow = new CallFlow(
            new Conversations(memory.books(), memory.agents(), () -> NOW),
            new OptOuts(memory.books()),
            Interposed.on(Attempts.class, memory.attempts(), this::note),
            reports::add,
            new CallFlow.CallTerms(Duration.ofMinutes(10), () -> NOW));

    @BeforeEach
    void have_a_campaign_with_an_agent() {
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
                                "1", new Agent.KeyMeaning(Outcome.INTERESTED, "Thank you."),
                                "9", new Agent.KeyMeaning(Outcome.DO_NOT_CALL, "We will not call again.")),
                        Map.of("first_name", "there")));
        memory.campaigns()
                .add(new Campaign.Draft(new Details(
                        CAMPAIGN, new Scene(CLINIC).settings(1), Instant.parse("2026-11-01T00:00:00Z"), 1, 0)));
    }

    @Test
    void the_arguments_of_a_new_call_are_kept_with_it() {
        assertThat(answer("new-outbound-call")).isEqualTo(CallReply.keeping(PLACED));
    }

    @Test
    void a_second_call_for_one_attempt_is_hung_up_at_the_answer_and_never_reported() {
        firstCall = false;
        Map<String, String> surplus = new HashMap<>(PLACED);
        surplus.put("surplus", "true");

        assertThat(answer("new-outbound-call")).isEqualTo(CallReply.keeping(surplus));

        assertThat(types(callFlow.answer(with("call-answered", surplus)))).containsExactly("Hangup");
        assertThat(callFlow.answer(with("hangup-after-talk", surplus))).isEqualTo(CallReply.none());
        assertThat(reports).isEmpty();
    }

    @Test
    void ringing_changes_nothing() {
        assertThat(answer("ringing")).isEqualTo(CallReply.none());
    }

    @Test
    void who_answers_hears_the_greeting_and_is_asked_for_a_key() {
        CallReply reply = answer("call-answered");

        Action ask = reply.actions().orElseThrow().getFirst();
        assertThat(reply.actions().orElseThrow()).hasSize(1);
        assertThat(ask.type()).isEqualTo("SpeakAndGetDigits");
        assertThat(ask.parameters())
                .containsEntry("CallId", "call-id-1")
                .containsEntry("InputDigitsRegex", "^[19]$")
                .extracting("SpeechParameters")
                .extracting("Text")
                .isEqualTo("Hello there, press 1 if you are interested.");
        assertThat(reply.attributes().orElseThrow()).containsEntry("answeredAt", "2026-11-21T15:04:40Z");
    }

    @Test
    void key_1_is_answered_and_the_result_travels_with_the_call() {
        CallReply reply = answer("pressed-1-interested");

        assertThat(types(reply)).containsExactly("Speak", "Hangup");
        assertThat(reply.attributes().orElseThrow()).containsEntry("result", "INTERESTED");
        assertThat(reports).isEmpty();
    }

    @Test
    void key_9_puts_the_number_on_the_do_not_call_list_before_the_call_is_over() {
        CallReply reply = answer("pressed-9-do-not-call");

        assertThat(memory.doNotCall().among(CLINIC, Set.of(new PhoneNumber("+12025550123"))))
                .containsExactly(new PhoneNumber("+12025550123"));
        assertThat(types(reply)).containsExactly("Speak", "Hangup");
        assertThat(reply.attributes().orElseThrow()).containsEntry("result", "DO_NOT_CALL");
    }

    @Test
    void who_presses_nothing_hears_goodbye_and_the_call_is_completed() {
        CallReply reply = answer("pressed-nothing");

        assertThat(types(reply)).containsExactly("Speak", "Hangup");
        assertThat(reply.attributes().orElseThrow()).containsEntry("result", "COMPLETED");
    }

    @Test
    void the_same_event_gets_the_same_answer_again() {
        assertThat(answer("pressed-9-do-not-call")).isEqualTo(answer("pressed-9-do-not-call"));
        assertThat(answer("call-answered")).isEqualTo(answer("call-answered"));
    }

    @Test
    void a_busy_line_is_reported_with_its_sip_code() {
        answer("hangup-busy");

        assertThat(reports)
                .containsExactly(new Ended(
                        new AttemptId("6f1f0c3d9a8b4e7f92d1c0b3a4958677"),
                        CAMPAIGN,
                        CONTACT,
                        "2f8b4f7e-6a39-4c0e-9a55-0d6f6c1f0e11",
                        OptionalInt.of(486),
                        Optional.empty(),
                        NOW,
                        Optional.empty()));
    }

    @Test
    void the_end_of_a_conversation_is_reported_with_its_result() {
        answer("hangup-after-talk");

        assertThat(reports)
                .containsExactly(new Ended(
                        new AttemptId("6f1f0c3d9a8b4e7f92d1c0b3a4958677"),
                        CAMPAIGN,
                        CONTACT,
                        "2f8b4f7e-6a39-4c0e-9a55-0d6f6c1f0e11",
                        OptionalInt.of(0),
                        Optional.of(Instant.parse("2026-11-21T15:04:31Z")),
                        NOW,
                        Optional.of(Outcome.INTERESTED)));
    }

    @Test
    void a_call_that_lasts_too_long_is_hung_up() {
        CallFlow late = new CallFlow(
                new Conversations(memory.books(), memory.agents(), () -> NOW),
                new OptOuts(memory.books()),
                memory.attempts(),
                reports::add,
                new CallFlow.CallTerms(Duration.ofSeconds(5), () -> NOW));

        assertThat(types(late.answer(event("pressed-1-interested")))).containsExactly("Hangup");
    }

    @Test
    void a_call_whose_agent_is_gone_is_hung_up() {
        Memory empty = new Memory();
        CallFlow alone = new CallFlow(
                new Conversations(empty.books(), empty.agents(), () -> NOW),
                new OptOuts(empty.books()),
                empty.attempts(),
                reports::add,
                new CallFlow.CallTerms(Duration.ofMinutes(10), () -> NOW));

        assertThat(types(alone.answer(event("call-answered")))).containsExactly("Hangup");
    }

    @Test
    void our_own_mistake_ends_the_call() {
        assertThat(types(answer("invalid-lambda-response"))).containsExactly("Hangup");
    }

    @Test
    void a_call_that_comes_in_is_hung_up_because_nobody_expects_it() {
        assertThat(types(answer("new-inbound-call"))).containsExactly("Hangup");
    }

    /// The attempts know the call of these events, or another one.
    private Object note(Interposed.Call call) {
        return call.is("note") ? firstCall : call.real();
    }

    private static CallEvent with(String name, Map<String, String> attributes) {
        ObjectNode json = event(name).json().deepCopy();
        ObjectNode kept = json.withObject("/CallDetails").putObject("TransactionAttributes");
        attributes.forEach(kept::put);
        return new CallEvent(json);
    }

    private CallReply answer(String event) {
        return callFlow.answer(event(event));
    }

    private static CallEvent event(String name) {
        try (InputStream file = Files.newInputStream(Path.of("..", "events", "CallFlow", name + ".json"))) {
            return new CallEvent(Json.tree(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> types(CallReply reply) {
        return reply.actions().orElseThrow().stream().map(Action::type).toList();
    }
}
