package outdial.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.agent.Agent.KeyMeaning;
import outdial.agent.Conversation.Step;
import outdial.agent.Conversation.Turn;
import outdial.call.Outcome;
import outdial.workspace.AgentId;
import outdial.workspace.WorkspaceId;

final class ConversationTest {
    private static final KeyMeaning STOP = new KeyMeaning(Outcome.DO_NOT_CALL, "We will not call again, {{name}}.");
    private static final KeyMeaning YES = new KeyMeaning(Outcome.INTERESTED, "Great.");

    private final Conversation conversation = new Conversation(
            agent(Map.of("9", STOP, "1", YES)), new Variables(List.of(Map.of("First Name", "Jane", "name", "Jane"))));

    private final Step greeting = new Step.Ask("Hello Jane.", "Press a key, Jane.", "19");

    @Test
    void who_answers_is_greeted_and_asked() {
        assertThat(conversation.answered()).isEqualTo(new Turn(List.of(greeting), Optional.empty()));
    }

    @Test
    void a_key_is_answered_and_ends_the_call_with_what_it_means() {
        assertThat(conversation.pressed("1"))
                .isEqualTo(
                        new Turn(List.of(new Step.Say("Great."), new Step.HangUp()), Optional.of(Outcome.INTERESTED)));
        assertThat(conversation.pressed("9"))
                .isEqualTo(new Turn(
                        List.of(new Step.Say("We will not call again, Jane."), new Step.HangUp()),
                        Optional.of(Outcome.DO_NOT_CALL)));
    }

    @Test
    void a_key_that_means_nothing_is_asked_for_again() {
        assertThat(conversation.pressed("5")).isEqualTo(new Turn(List.of(greeting), Optional.empty()));
    }

    @Test
    void who_presses_nothing_has_listened() {
        assertThat(conversation.silent())
                .isEqualTo(
                        new Turn(List.of(new Step.Say("Goodbye."), new Step.HangUp()), Optional.of(Outcome.COMPLETED)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello {{first_name}}.      | Hello Jane.",
                "Hello {{ First-Name }}!    | Hello Jane!",
                "Hello {{unknown}}, hi.     | Hello, hi.",
                "Hello {{}} you.            | Hello you.",
                "Hello {{first_name.        | Hello first_name.",
                "Hello {first_name}.        | Hello first_name.",
                "{{company}}                | A $1 \\ B"
            })
    void variables_are_spoken_by_their_values(String text, String spoken) {
        Variables variables = new Variables(List.of(Map.of("first_name", " Jane "), Map.of("COMPANY", "A {$1} \\ B")));

        assertThat(variables.fill(text)).isEqualTo(spoken);
    }

    @Test
    void earlier_sources_win_and_empty_values_count_as_missing() {
        Variables variables =
                new Variables(List.of(Map.of("name", " ", "plan", "gold"), Map.of("name", "Jane", "plan", "basic")));

        assertThat(variables.fill("{{name}} {{plan}}")).isEqualTo("Jane gold");
    }

    @Test
    void a_value_is_not_filled_in_itself() {
        Variables variables = new Variables(List.of(Map.of("name", "{{plan}}", "plan", "gold")));

        assertThat(variables.fill("Hello {{name}}.")).isEqualTo("Hello plan.");
    }

    @Test
    void an_agent_needs_a_key_that_means_do_not_call() {
        assertThatThrownBy(() -> agent(Map.of("1", YES)))
                .hasMessage("an agent needs a key that means DO_NOT_CALL, usually 9");
    }

    @Test
    void a_key_is_a_digit_and_means_what_a_person_can_say() {
        assertThatThrownBy(() -> agent(Map.of("9", STOP, "*", YES))).hasMessage("a key is one digit 0 to 9, was *");
        assertThatThrownBy(() -> agent(Map.of("9", STOP, "1", new KeyMeaning(Outcome.BUSY, "Busy."))))
                .hasMessage("key 1 cannot mean BUSY");
    }

    @Test
    void what_is_said_has_words_but_not_too_many() {
        assertThatThrownBy(() -> new KeyMeaning(Outcome.INTERESTED, " "))
                .hasMessage("a reply is 1 to 800 characters, was 1");
        assertThatThrownBy(() -> new KeyMeaning(Outcome.INTERESTED, "x".repeat(801)))
                .hasMessage("a reply is 1 to 800 characters, was 801");
        assertThatThrownBy(() -> new Agent.Script("Hello.", "", "Goodbye."))
                .hasMessage("a prompt is 1 to 800 characters, was 0");
        assertThatThrownBy(() -> new Agent.Script("Hello.", "Press.", "x".repeat(801)))
                .hasMessage("a prompt is 1 to 800 characters, was 801");
    }

    private static Agent agent(Map<String, KeyMeaning> keys) {
        return new Agent(
                new AgentId("anna"),
                new WorkspaceId("acme"),
                "Anna",
                new Agent.Voice("Joanna", "en-US"),
                new Agent.Script("Hello {{first_name}}.", "Press a key, {{first_name}}.", "Goodbye."),
                keys,
                Map.of());
    }
}
