package outdial.agent;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outdial.call.Outcome;
import outdial.workspace.AgentId;
import outdial.workspace.WorkspaceId;

/// A voice agent that speaks a script and listens to key presses. Texts may hold variables such as `{{first_name}}`,
/// looked up in the enrollment, the contact and then `defaults`. `keys` maps a key, one digit, to what it means; one of
/// them must mean do not call, usually 9.
public record Agent(
        AgentId id,
        WorkspaceId workspace,
        String name,
        Voice voice,
        Script script,
        Map<String, KeyMeaning> keys,
        Map<String, String> defaults) {
    public static final String OPT_OUT_KEY = "9";
    public static final int LONGEST_TEXT = 800;

    public Agent {
        keys = Map.copyOf(keys);
        defaults = Map.copyOf(defaults);
        keys.forEach((key, meaning) -> {
            if (!key.matches("[0-9]")) throw new IllegalArgumentException("a key is one digit 0 to 9, was " + key);
            if (!meaning.outcome().isConversation()) {
                throw new IllegalArgumentException("key " + key + " cannot mean " + meaning.outcome());
            }
        });
        if (keys.values().stream().noneMatch(meaning -> meaning.outcome() == Outcome.DO_NOT_CALL)) {
            throw new IllegalArgumentException("an agent needs a key that means DO_NOT_CALL, usually " + OPT_OUT_KEY);
        }
    }

    /// All that it may say.
    public String texts() {
        return Stream.concat(
                        Stream.of(script.greeting(), script.retryPrompt(), script.goodbye()),
                        keys.values().stream().map(KeyMeaning::reply))
                .collect(Collectors.joining("\n"));
    }

    /// Amazon Polly's voice and language, such as `Joanna` and `en-US`.
    public record Voice(String id, String language) {}

    /// What is said: first, when no key was pressed, and when leaving.
    public record Script(String greeting, String retryPrompt, String goodbye) {
        public Script {
            for (String text : new String[] {greeting, retryPrompt, goodbye}) {
                if (text.isBlank() || text.length() > LONGEST_TEXT) {
                    throw new IllegalArgumentException(
                            "a prompt is 1 to " + LONGEST_TEXT + " characters, was " + text.length());
                }
            }
        }
    }

    /// What a key press means, and what is answered to it.
    public record KeyMeaning(Outcome outcome, String reply) {
        public KeyMeaning {
            if (reply.isBlank() || reply.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException(
                        "a reply is 1 to " + LONGEST_TEXT + " characters, was " + reply.length());
            }
        }
    }
}
