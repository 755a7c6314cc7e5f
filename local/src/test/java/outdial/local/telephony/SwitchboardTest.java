package outdial.local.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outdial.local.telephony.Lab.SOMEBODY;
import static outdial.local.telephony.Lab.SOMEBODY_ELSE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outdial.local.telephony.Dialogue.Leg;
import outdial.local.telephony.NetworkFaults.Deliveries;

final class SwitchboardTest {
    private final ToyCallFlow function = new ToyCallFlow();

    @Test
    void a_person_who_is_interested_hears_the_prompt_and_presses_1() {
        var lab = Lab.of(People.all(Personas.INTERESTED), function);

        String call = lab.placed(SOMEBODY);
        lab.finish();

        assertThat(function.heard())
                .containsExactly(
                        "1 NEW_OUTBOUND_CALL", "2 RINGING", "3 CALL_ANSWERED", "4 ACTION_SUCCESSFUL", "5 HANGUP");
        assertThat(function.events()
                        .getLast()
                        .at("/CallDetails/TransactionAttributes")
                        .toString())
                .isEqualTo("{\"attemptId\":\"a-1\",\"digits\":\"1\"}");
        assertThat(lab.call(call).keys()).isEqualTo("1");
        assertThat(lab.codeOf(call)).contains(0);
        assertThat(lab.ledger.violations()).isEmpty();
    }

    @Test
    void each_later_call_to_a_number_meets_the_next_persona_and_the_last_one_stays() {
        var people = People.all(Personas.LISTENS).with(SOMEBODY, Personas.BUSY, Personas.NO_ANSWER, Personas.REJECTED);
        var lab = Lab.of(people, function);

        for (int i = 0; i < 4; i++) {
            lab.placed(SOMEBODY);
            lab.finish();
        }

        assertThat(lab.ledger.callsTo(SOMEBODY))
                .extracting(call -> call.sipCode().orElseThrow())
                .containsExactly(486, 480, 603, 603);
    }

    @Test
    void more_calls_a_second_than_the_quota_are_throttled_and_not_placed() {
        var lab = new Lab(People.all(Personas.BUSY), new Quotas(2, 100), function);

        lab.placed("+12065550101");
        lab.placed("+12065550102");
        assertThat(lab.place("+12065550103")).isEqualTo(new Answer.Refused(ApiError.THROTTLED, "Rate exceeded"));

        lab.pass(Duration.ofMillis(500)).placed("+12065550103");
        assertThat(lab.ledger.calls())
                .extracting(CallRecord::to)
                .containsExactly("+12065550101", "+12065550102", "+12065550103");
    }

    @Test
    void more_calls_at_a_time_than_the_quota_are_refused_until_one_ends() {
        var lab = new Lab(People.all(Personas.NO_ANSWER), new Quotas(100, 2), function);

        lab.placed("+12065550101");
        lab.placed("+12065550102");
        assertThat(lab.place("+12065550103"))
                .isEqualTo(new Answer.Refused(ApiError.RESOURCE_LIMIT_EXCEEDED, "Active call limit of 2 reached"));

        lab.pass(Duration.ofSeconds(40)).placed("+12065550103");
        assertThat(lab.ledger.maxConcurrent()).isEqualTo(2);
    }

    @Test
    void a_second_call_to_a_number_that_is_talking_meets_a_busy_line_and_is_written_down() {
        var lab = Lab.of(People.all(Personas.LISTENS), function);

        lab.placed(SOMEBODY);
        String second = lab.placed(SOMEBODY);
        lab.placed(SOMEBODY_ELSE);
        lab.finish();

        assertThat(lab.codeOf(second)).contains(486);
        assertThat(lab.ledger.overlapping()).containsExactly(lab.call(second));
    }

    @Test
    void an_application_nobody_knows_places_no_call() {
        var lab = Lab.of(People.all(Personas.LISTENS), function);

        assertThat(lab.switchboard.place(new CallRequest("other", "+12065550100", SOMEBODY, Map.of())))
                .isEqualTo(new Answer.Refused(ApiError.NOT_FOUND, "SIP media application not found"));
        assertThat(lab.ledger.calls()).isEmpty();
    }

    @Test
    void an_update_reaches_the_function_while_the_call_is_on_and_not_after() {
        var lab = Lab.of(People.all(Personas.LISTENS), function);
        String call = lab.placed(SOMEBODY);
        lab.pass(Duration.ofSeconds(20));

        assertThat(lab.switchboard.update("app", call, Map.of("why", "cancelled")))
                .isEqualTo(new Answer.Accepted(202, call));
        assertThat(function.events().getLast().at("/ActionData").toString())
                .isEqualTo("{\"Type\":\"CallUpdateRequest\",\"Parameters\":{\"Arguments\":{\"why\":\"cancelled\"}}}");

        lab.finish();
        assertThat(lab.switchboard.update("app", call, Map.of()))
                .isEqualTo(new Answer.Refused(ApiError.NOT_FOUND, "Call not found"));
    }

    @Test
    void events_delivered_twice_are_answered_twice_and_the_call_goes_on_as_before() {
        for (Deliveries deliveries : List.of(Deliveries.TWICE_IN_TURN, Deliveries.TWICE_AT_ONCE)) {
            var flow = new ToyCallFlow();
            var lab = Lab.of(People.all(Personas.BUSY), flow);
            lab.faults.deliver(deliveries);

            lab.placed(SOMEBODY);
            lab.finish();

            assertThat(flow.heard())
                    .as(deliveries.name())
                    .containsExactly("1 NEW_OUTBOUND_CALL", "1 NEW_OUTBOUND_CALL", "2 HANGUP", "2 HANGUP");
            assertThat(lab.ledger.violations()).isEmpty();
        }
    }

    @Test
    void a_repeated_event_that_is_answered_differently_is_a_violation() {
        var replies =
                new ArrayList<>(List.of("{\"SchemaVersion\":\"1.0\"}", "{\"SchemaVersion\":\"1.0\",\"Actions\":[]}"));
        var lab = Lab.of(
                People.all(Personas.BUSY),
                (name, event) -> replies.removeFirst().getBytes(UTF_8));
        lab.faults.deliver(Deliveries.TWICE_AT_ONCE);

        String call = lab.placed(SOMEBODY);

        assertThat(lab.ledger.violations())
                .containsExactly(new Violation(
                        call,
                        1,
                        "NEW_OUTBOUND_CALL",
                        "DifferentReply",
                        "the same event, delivered again, was answered with other actions"));
    }

    @Test
    void a_lost_hangup_never_reaches_the_function() {
        var lab = Lab.of(People.all(Personas.BUSY), function);
        lab.faults.loseHangups();

        String call = lab.placed(SOMEBODY);
        lab.finish();

        assertThat(function.heard()).containsExactly("1 NEW_OUTBOUND_CALL");
        assertThat(lab.codeOf(call)).contains(486);
    }

    @Test
    void a_delayed_hangup_comes_so_much_later() {
        var lab = Lab.of(People.all(Personas.BUSY), function);
        lab.faults.delayHangups(Duration.ofMinutes(1));
        lab.placed(SOMEBODY);

        lab.pass(Duration.ofSeconds(59));
        assertThat(function.heard()).containsExactly("1 NEW_OUTBOUND_CALL");

        lab.pass(Duration.ofSeconds(4));
        assertThat(function.heard()).containsExactly("1 NEW_OUTBOUND_CALL", "2 HANGUP");
    }

    @Test
    void a_function_that_throws_is_tried_once_more() {
        var tries = new ArrayList<Integer>();
        var lab = Lab.of(People.all(Personas.BUSY), (name, event) -> {
            tries.add(tries.size());
            if (tries.size() == 1) {
                throw new IllegalStateException("out of memory");
            }
            return function.invoke(name, event);
        });

        String call = lab.placed(SOMEBODY);
        lab.finish();

        assertThat(function.heard()).containsExactly("1 NEW_OUTBOUND_CALL", "2 HANGUP");
        assertThat(lab.codeOf(call)).contains(486);
        assertThat(lab.ledger.functionFailures()).isEmpty();
    }

    @Test
    void a_function_that_throws_twice_has_its_call_hung_up_as_unavailable() {
        var lab = Lab.of(People.all(Personas.LISTENS), (name, event) -> {
            throw new IllegalStateException("out of memory");
        });

        String call = lab.placed(SOMEBODY);

        assertThat(lab.codeOf(call)).contains(480);
        assertThat(lab.ledger.functionFailures())
                .containsExactly(
                        new Violation(call, 1, "NEW_OUTBOUND_CALL", "FunctionFailed", "out of memory"),
                        new Violation(call, 2, "HANGUP", "FunctionFailed", "out of memory"));
    }

    @Test
    void a_call_that_was_on_at_a_restart_is_ended_and_its_function_told_with_its_attributes(@TempDir Path directory) {
        var people = People.all(Personas.LISTENS);
        var before = Lab.keptIn(directory, people, function);
        String call = before.placed(SOMEBODY);
        before.pass(Duration.ofSeconds(20));
        before.ledger.close();
        assertThat(function.heard()).containsExactly("1 NEW_OUTBOUND_CALL", "2 RINGING", "3 CALL_ANSWERED");

        var after = Lab.keptIn(directory, people, function);
        after.switchboard.resume();

        JsonNode hangup = function.events().getLast();
        assertThat(hangup.path("InvocationEventType").asText()).isEqualTo("HANGUP");
        assertThat(hangup.path("Sequence").asInt()).isEqualTo(4);
        assertThat(hangup.at("/CallDetails/TransactionAttributes").toString()).isEqualTo("{\"attemptId\":\"a-1\"}");
        assertThat(after.codeOf(call)).contains(0);
        assertThat(after.ledger.active()).isZero();
    }

    @Test
    void an_event_that_was_under_way_at_a_restart_is_delivered_again_before_the_hangup(@TempDir Path directory) {
        var people = People.all(Personas.OPTS_OUT);
        var before = Lab.keptIn(directory, people, (name, event) -> {
            if (new String(event, UTF_8).contains("ACTION_SUCCESSFUL")) {
                throw new AssertionError("the process is killed");
            }
            return function.invoke(name, event);
        });
        String call = before.placed(SOMEBODY);
        assertThatThrownBy(before::finish).hasMessage("the process is killed");
        before.ledger.close();

        var after = Lab.keptIn(directory, people, function);
        after.switchboard.resume();

        assertThat(function.heard())
                .containsExactly(
                        "1 NEW_OUTBOUND_CALL", "2 RINGING", "3 CALL_ANSWERED", "4 ACTION_SUCCESSFUL", "5 HANGUP");
        JsonNode pressed = function.events().get(3);
        assertThat(pressed.at("/ActionData/Type").asText()).isEqualTo("SpeakAndGetDigits");
        assertThat(pressed.at("/ActionData/ReceivedDigits").asText()).isEqualTo("9");
        assertThat(function.events()
                        .getLast()
                        .at("/CallDetails/TransactionAttributes")
                        .toString())
                .isEqualTo("{\"attemptId\":\"a-1\",\"digits\":\"9\"}");
        assertThat(after.call(call).keys()).isEqualTo("9");
    }

    @Test
    void an_answer_that_waited_behind_another_event_at_a_restart_is_told_before_the_hangup(@TempDir Path directory) {
        var request = new CallRequest("app", "+12065550100", SOMEBODY, Map.of("attemptId", "a-1"));
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        var ledger = Ledger.keptIn(LedgerFile.in(directory));
        List<Note> notes = List.of(
                new Note.Placed("leg", request, Personas.LISTENS),
                new Note.Rang(),
                new Note.Asked(1, "RINGING", Leg.UNANSWERED, JsonNodeFactory.instance.objectNode()),
                new Note.Answered());
        notes.forEach(note -> ledger.write(new Entry(noon, "t-1", note)));
        ledger.close();

        Lab.keptIn(directory, People.all(Personas.LISTENS), function)
                .switchboard
                .resume();

        assertThat(function.heard()).containsExactly("1 RINGING", "2 CALL_ANSWERED", "3 HANGUP");
    }

    @Test
    void a_network_that_has_stopped_takes_no_calls() {
        var lab = Lab.of(People.all(Personas.LISTENS), function);
        lab.switchboard.close();

        assertThat(lab.place(SOMEBODY))
                .isEqualTo(new Answer.Refused(ApiError.SERVICE_UNAVAILABLE, "the phone network has stopped"));
        assertThat(lab.ledger.calls()).isEmpty();
    }

    @Test
    void a_hangup_that_was_under_way_at_a_restart_is_sent_again_under_its_number(@TempDir Path directory) {
        var people = People.all(Personas.BUSY);
        var before = Lab.keptIn(directory, people, function);
        before.faults.delayHangups(Duration.ofHours(1));
        before.placed(SOMEBODY);
        before.pass(Duration.ofSeconds(20));
        before.ledger.close();

        Lab.keptIn(directory, people, function).switchboard.resume();
        assertThat(function.heard()).containsExactly("1 NEW_OUTBOUND_CALL", "2 HANGUP");

        Lab.keptIn(directory, people, function).switchboard.resume();
        assertThat(function.heard()).containsExactly("1 NEW_OUTBOUND_CALL", "2 HANGUP");
    }

    @Test
    void calls_before_a_restart_still_count(@TempDir Path directory) throws Exception {
        var people = People.all(Personas.LISTENS).with(SOMEBODY, Personas.BUSY, Personas.INTERESTED);
        var before = Lab.keptIn(directory, people, function);
        before.placed(SOMEBODY);
        before.finish();
        before.ledger.close();
        Files.writeString(directory.resolve("ledger.jsonl"), "{\"at\":\"2026-11-20T12:0", StandardOpenOption.APPEND);

        var after = Lab.keptIn(directory, people, function);
        String second = after.placed(SOMEBODY);
        after.finish();

        assertThat(after.ledger.calls().getFirst())
                .isEqualTo(before.ledger.calls().getFirst());
        assertThat(after.call(second).keys()).isEqualTo("1");
    }
}
