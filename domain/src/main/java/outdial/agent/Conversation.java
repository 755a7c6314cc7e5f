package outdial.agent;

import java.util.List;
import java.util.Optional;
import outdial.call.Outcome;

/// A scripted conversation, one turn at a time and without memory: the same event of the same call gets the same
/// answer.
public record Conversation(Agent agent, Variables variables) {

    /// Something the carrier does in the call, in order.
    public sealed interface Step {
        /// Says the text and listens for one of the keys; says `retryPrompt` once where none was pressed.
        record Ask(String text, String retryPrompt, String keys) implements Step {}

        record Say(String text) implements Step {}

        record HangUp() implements Step {}
    }

    /// What to do next, and what the conversation has come to, if it has.
    public record Turn(List<Step> steps, Optional<Outcome> result) {
        public Turn {
            steps = List.copyOf(steps);
        }
    }

    /// Somebody, or something, answered.
    public Turn answered() {
        return new Turn(List.of(ask()), Optional.empty());
    }

    /// A key was pressed; one that means nothing is asked for again.
    public Turn pressed(String key) {
        Agent.KeyMeaning meaning = agent.keys().get(key);
        if (meaning == null) return new Turn(List.of(ask()), Optional.empty());
        return new Turn(List.of(say(meaning.reply()), new Step.HangUp()), Optional.of(meaning.outcome()));
    }

    /// They listened and pressed nothing.
    public Turn silent() {
        return new Turn(List.of(say(agent.script().goodbye()), new Step.HangUp()), Optional.of(Outcome.COMPLETED));
    }

    private Step ask() {
        return new Step.Ask(
                variables.fill(agent.script().greeting()),
                variables.fill(agent.script().retryPrompt()),
                String.join("", agent.keys().keySet().stream().sorted().toList()));
    }

    private Step say(String text) {
        return new Step.Say(variables.fill(text));
    }
}
