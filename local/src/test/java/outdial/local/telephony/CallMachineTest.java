package outdial.local.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CallMachineTest {
    private static final String SPEAK = """
            {"Type":"Speak","Parameters":{"CallId":"leg","Text":"Good morning, this is a test."}}""";
    private static final String PAUSE = """
            {"Type":"Pause","Parameters":{"DurationInMilliseconds":"3000"}}""";
    private static final String HANGUP = """
            {"Type":"Hangup","Parameters":{"CallId":"leg","SipResponseCode":"0"}}""";
    private static final String ASK = """
            {"Type":"SpeakAndGetDigits","Parameters":{"CallId":"leg","InputDigitsRegex":"^[19]$","MaxNumberOfDigits":1,
            "RepeatDurationInMilliseconds":5000,"SpeechParameters":{"Text":"Press 1, or 9."}}}""";

    @Test
    void an_answered_call_goes_through_its_events_in_order() {
        var call = new Script(Personas.LISTENS);

        call.place()
                .reply("")
                .pass()
                .reply("")
                .pass()
                .reply(actions(SPEAK, HANGUP))
                .pass()
                .reply("");

        assertThat(call.events()).containsExactly("1 NEW_OUTBOUND_CALL", "2 RINGING", "3 CALL_ANSWERED", "4 HANGUP 0");
        assertThat(call.notes()).containsExactly("Rang", "Answered", "Ended 0", "Reported");
    }

    @Test
    void a_busy_phone_never_rings() {
        var call = new Script(Personas.BUSY).place().reply("").pass().reply("");

        assertThat(call.events()).containsExactly("1 NEW_OUTBOUND_CALL", "2 HANGUP 486");
        assertThat(call.notes()).containsExactly("Ended 486", "Reported");
    }

    @Test
    void nobody_answers_for_thirty_seconds_and_the_call_ends_with_480() {
        var call = new Script(Personas.NO_ANSWER).place().reply("").pass().reply("");

        Duration rang = call.waits().getLast();
        call.pass();

        assertThat(rang).isEqualTo(Duration.ofSeconds(30));
        assertThat(call.events()).containsExactly("1 NEW_OUTBOUND_CALL", "2 RINGING", "3 HANGUP 480");
    }

    @Test
    void each_event_waits_for_the_reply_to_the_one_before() {
        var call = new Script(Personas.LISTENS).place().pass().pass();

        assertThat(call.events()).containsExactly("1 NEW_OUTBOUND_CALL");

        call.reply("").reply("");

        assertThat(call.events()).containsExactly("1 NEW_OUTBOUND_CALL", "2 RINGING", "3 CALL_ANSWERED");
    }

    @Test
    void actions_before_the_answer_are_ignored_but_attributes_are_kept() {
        var call = new Script(Personas.LISTENS)
                .place()
                .reply("""
                {"SchemaVersion":"1.0","Actions":[%s],"TransactionAttributes":{"attempt":"a-1"}}""".formatted(HANGUP))
                .pass();

        assertThat(call.events()).containsExactly("1 NEW_OUTBOUND_CALL", "2 RINGING");
        assertThat(call.lastAttributes()).isEqualTo(Map.of("attempt", "a-1"));
    }

    @Test
    void absent_attributes_keep_a_map_replaces_and_an_empty_map_clears() {
        var call = new Script(Personas.LISTENS)
                .place()
                .reply(attributes("{\"a\":\"1\",\"b\":\"2\"}"))
                .pass();
        assertThat(call.lastAttributes()).isEqualTo(Map.of("a", "1", "b", "2"));

        call.reply(attributes("{\"c\":\"3\"}")).pass();
        assertThat(call.lastAttributes()).isEqualTo(Map.of("c", "3"));

        call.reply("{\"SchemaVersion\":\"1.0\",\"TransactionAttributes\":null,\"Actions\":[" + SPEAK + "]}")
                .pass();
        assertThat(call.lastAttributes()).isEqualTo(Map.of("c", "3"));

        call.reply("{\"SchemaVersion\":\"1.0\",\"TransactionAttributes\":{},\"Actions\":[" + SPEAK + "]}")
                .pass();
        assertThat(call.lastAttributes()).isEqualTo(Map.of());
    }

    @Test
    void only_the_last_of_a_list_of_spoken_actions_is_reported() {
        var call = answered(Personas.LISTENS)
                .reply(actions(SPEAK, PAUSE, SPEAK))
                .pass()
                .pass();
        assertThat(call.events()).endsWith("3 CALL_ANSWERED");

        call.pass();
        assertThat(call.events()).endsWith("4 ACTION_SUCCESSFUL Speak");
    }

    @Test
    void pressed_keys_are_reported_at_once_and_the_rest_of_the_list_goes_on_if_nothing_else_is_ordered() {
        var call = answered(Personas.INTERESTED).reply(actions(ASK, HANGUP)).pass();
        assertThat(call.events()).endsWith("4 ACTION_SUCCESSFUL SpeakAndGetDigits 1");

        call.reply("");
        assertThat(call.events()).endsWith("5 HANGUP 0");
        assertThat(call.notes()).containsExactly("Rang", "Answered", "Pressed 1", "Ended 0");
    }

    @Test
    void a_new_list_replaces_the_rest_of_the_old_one() {
        var call = answered(Personas.OPTS_OUT).reply(actions(ASK, HANGUP)).pass();

        call.reply(actions(SPEAK));
        assertThat(call.events()).endsWith("4 ACTION_SUCCESSFUL SpeakAndGetDigits 9");

        call.pass();
        assertThat(call.events()).endsWith("5 ACTION_SUCCESSFUL Speak");
    }

    @Test
    void missing_digits_fail_the_action_and_take_the_rest_of_its_list_with_it() {
        var call = answered(Personas.LISTENS).reply(actions(ASK, HANGUP)).pass();
        assertThat(call.events()).endsWith("4 ACTION_FAILED SpeakAndGetDigits");

        call.reply("");
        assertThat(call.events()).endsWith("4 ACTION_FAILED SpeakAndGetDigits");
    }

    @Test
    void a_person_hangs_up_on_silence() {
        var call = answered(Personas.LISTENS).reply("").pass();

        assertThat(call.waits()).endsWith(Duration.ofSeconds(10));
        assertThat(call.events()).endsWith("4 HANGUP 0");
    }

    @Test
    void hanging_up_during_an_action_fails_it_first() {
        var call = answered(Personas.HANGS_UP).reply(actions(SPEAK, HANGUP));

        call.signal(new Signal.PersonLeft()).reply("").pass();

        assertThat(call.events()).endsWith("4 ACTION_FAILED Speak", "5 HANGUP 0");
        assertThat(call.lastLeg()).isEqualTo(Dialogue.Leg.DISCONNECTED);
    }

    @Test
    void an_update_interrupts_a_pause() {
        var call = answered(Personas.LISTENS).reply(actions(PAUSE, SPEAK));

        call.signal(new Signal.UpdateRequested(Map.of("why", "cancelled")))
                .reply(actions(HANGUP))
                .reply("");

        assertThat(call.events())
                .endsWith("4 CALL_UPDATE_REQUESTED {why=cancelled}", "5 ACTION_INTERRUPTED Pause", "6 HANGUP 0");
    }

    @Test
    void an_update_waits_until_speech_has_ended() {
        var call = answered(Personas.LISTENS).reply(actions(SPEAK, SPEAK));

        call.signal(new Signal.UpdateRequested(Map.of())).reply(actions(HANGUP));
        assertThat(call.events()).endsWith("4 CALL_UPDATE_REQUESTED {}");

        call.pass();
        assertThat(call.events()).endsWith("5 HANGUP 0");
    }

    @Test
    void an_update_does_nothing_to_a_phone_that_rings() {
        var call = new Script(Personas.LISTENS).place().reply("").pass().reply("");

        call.signal(new Signal.UpdateRequested(Map.of())).reply(actions(HANGUP)).pass();

        assertThat(call.events())
                .containsExactly("1 NEW_OUTBOUND_CALL", "2 RINGING", "3 CALL_UPDATE_REQUESTED {}", "4 CALL_ANSWERED");
    }

    @Test
    void a_wrong_reply_is_told_to_the_function_whose_next_reply_counts() {
        var call = answered(Personas.LISTENS).reply("{\"SchemaVersion\":\"2.0\"}");
        assertThat(call.events()).endsWith("4 INVALID_LAMBDA_RESPONSE InvalidSchemaVersion");

        call.reply(actions(HANGUP));
        assertThat(call.events()).endsWith("5 HANGUP 0");
        assertThat(call.refusals()).containsExactly("3 CALL_ANSWERED InvalidSchemaVersion");
    }

    @Test
    void two_wrong_replies_in_a_row_end_the_call() {
        var call = answered(Personas.LISTENS).reply("nonsense").reply("nonsense");

        assertThat(call.events()).endsWith("4 INVALID_LAMBDA_RESPONSE InvalidLambdaResponse", "5 HANGUP 480");
    }

    @Test
    void a_function_that_fails_ends_the_call_with_480() {
        var call = new Script(Personas.LISTENS).place().pass().pass();

        call.signal(new Signal.Replied(1, new Reply.Missing("out of memory"))).reply("");

        assertThat(call.events()).containsExactly("1 NEW_OUTBOUND_CALL", "2 HANGUP 480");
        assertThat(call.notes()).containsExactly("Rang", "Answered", "Ended 480", "Reported");
        assertThat(call.failures()).containsExactly("1 NEW_OUTBOUND_CALL out of memory");
    }

    @Test
    void a_reply_to_an_earlier_event_changes_nothing() {
        var call = answered(Personas.LISTENS);

        call.signal(new Signal.Replied(2, new Reply.Missing("late")));

        assertThat(call.notes()).containsExactly("Rang", "Answered");
    }

    @Test
    void a_timer_of_an_earlier_step_changes_nothing() {
        var call = new Script(Personas.LISTENS).place().reply("").pass().reply("");

        call.signal(new Signal.Elapsed(0));

        assertThat(call.events()).containsExactly("1 NEW_OUTBOUND_CALL", "2 RINGING");
    }

    @Test
    void a_call_ends_after_a_thousand_invocations() {
        var call = answered(Personas.LISTENS);
        for (int i = 0; i < 998; i++) {
            call.reply(actions(SPEAK)).pass();
        }

        assertThat(call.events()).endsWith("1000 ACTION_SUCCESSFUL Speak", "1001 HANGUP 480");
    }

    @Test
    void a_call_that_was_on_when_the_network_stopped_is_ended_by_how_far_it_had_come() {
        var ringing =
                new Script(Personas.LISTENS).place().reply("").pass().reply("").signal(new Signal.CutOff());
        var answered = answered(Personas.LISTENS).reply(actions(SPEAK)).signal(new Signal.CutOff());

        assertThat(ringing.events()).endsWith("3 HANGUP 480");
        assertThat(answered.events()).endsWith("4 HANGUP 0");
    }

    private static Script answered(Persona persona) {
        return new Script(persona).place().reply("").pass().reply("").pass();
    }

    private static String actions(String... actions) {
        return "{\"SchemaVersion\":\"1.0\",\"Actions\":[" + String.join(",", List.of(actions)) + "]}";
    }

    private static String attributes(String map) {
        return "{\"SchemaVersion\":\"1.0\",\"TransactionAttributes\":" + map + "}";
    }
}
