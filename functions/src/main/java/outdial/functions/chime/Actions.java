package outdial.functions.chime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outdial.agent.Agent;
import outdial.agent.Conversation.Step;
import outdial.functions.chime.CallReply.Action;

/// What a conversation does next, as actions of the Chime SDK on one leg of a call.
record Actions(String callId, Agent.Voice voice) {
    /// Amazon Polly takes so many characters in one Speak.
    private static final int LONGEST_TEXT = 1000;

    /// How long somebody may take to press a key after a prompt, and how often the prompt is played.
    private static final int ANSWER_MILLIS = 5000;

    private static final int PROMPTS = 2;

    List<Action> of(List<Step> steps) {
        return steps.stream().map(this::of).toList();
    }

    private Action of(Step step) {
        return switch (step) {
            case Step.Ask ask -> ask(ask);
            case Step.Say say -> new Action("Speak", speech(say.text(), Map.of("CallId", callId)));
            case Step.HangUp() -> hangUp(callId);
        };
    }

    static Action hangUp(String callId) {
        return new Action("Hangup", Map.of("CallId", callId, "SipResponseCode", "0"));
    }

    private Action ask(Step.Ask ask) {
        return new Action(
                "SpeakAndGetDigits",
                Map.of(
                        "CallId",
                        callId,
                        "SpeechParameters",
                        speech(ask.text(), Map.of()),
                        "FailureSpeechParameters",
                        speech(ask.retryPrompt(), Map.of()),
                        "InputDigitsRegex",
                        "^[" + ask.keys() + "]$",
                        "MinNumberOfDigits",
                        1,
                        "MaxNumberOfDigits",
                        1,
                        "InBetweenDigitsDurationInMilliseconds",
                        ANSWER_MILLIS,
                        "Repeat",
                        PROMPTS,
                        "RepeatDurationInMilliseconds",
                        ANSWER_MILLIS));
    }

    private Map<String, Object> speech(String text, Map<String, Object> more) {
        Map<String, Object> speech = new HashMap<>(more);
        speech.put("Text", text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
        speech.put("TextType", "text");
        speech.put("Engine", "neural");
        speech.put("LanguageCode", voice.language());
        speech.put("VoiceId", voice.id());
        return speech;
    }
}
