package outdial.local.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import outdial.local.telephony.DigitRules.Expected;
import outdial.local.telephony.DigitRules.Patience;
import outdial.local.telephony.DigitRules.Prompts;

/// Reads one action by the rules of the developer guide's page for it.
final class ActionReader {
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_DIGITS = 128;
    private static final int MOST_REPEATS = 9_999;

    // Nobody looks into the bucket: every recording takes so long.
    private static final Duration AUDIO = Duration.ofSeconds(8);

    private final String callId;

    ActionReader(String callId) {
        this.callId = callId;
    }

    Action read(JsonNode json) throws BadReply {
        if (!(json instanceof ObjectNode action) || !action.path("Type").isTextual()) {
            throw new BadReply("InvalidAction", "an action is an object with a Type");
        }
        String type = action.get("Type").textValue();
        var parameters = new Parameters(type, action.path("Parameters"));
        Action read = switch (type) {
            case "Speak" -> new Action.Timed(action, speech(parameters, true), false);
            case "SpeakAndGetDigits" -> new Action.Collect(action, spokenQuestion(parameters));
            case "PlayAudio" -> new Action.Timed(action, audio(parameters), true);
            case "PlayAudioAndGetDigits" -> new Action.Collect(action, recordedQuestion(parameters));
            case "Pause" -> new Action.Timed(action, pause(parameters), true);
            case "Hangup" -> new Action.Hangup(action, hangup(parameters));
            // The quota "StartBotConversation Amazon Lex bots" is 0 until AWS raises it.
            case "StartBotConversation" ->
                throw new BadReply(
                        "ActionExecutionThrottled",
                        "This account has exceeded the number of bot references allowed by the PSTN Audio service");
            default -> throw new BadReply("UnsupportedAction", "this phone network performs no action " + type);
        };
        parameters.nothingElse();
        return read;
    }

    private Duration speech(Parameters parameters, boolean toCall) throws BadReply {
        if (toCall && !parameters.requiredText("CallId").equals(callId)) {
            throw BadReply.parameter("Speak.CallId is not that of this call");
        }
        String text = parameters.requiredText("Text");
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw BadReply.parameter("`Text` is limited to 1,000 characters and not blank, was " + text.length());
        }
        parameters.oneOf("Engine", Set.of("standard", "neural"));
        parameters.text("LanguageCode");
        parameters.text("VoiceId");
        boolean ssml = parameters.oneOf("TextType", Set.of("text", "ssml")).equals(Optional.of("ssml"));
        Optional<Duration> length = ssml ? Speech.ofSsml(text) : Optional.of(Speech.ofText(text));
        return length.orElseThrow(() -> BadReply.parameter("`Text` is not SSML"));
    }

    private DigitRules spokenQuestion(Parameters parameters) throws BadReply {
        addressed(parameters, true);
        Parameters question = parameters.requiredObject("SpeechParameters");
        Duration asked = speech(question, false);
        question.nothingElse();
        Optional<Parameters> failure = parameters.object("FailureSpeechParameters");
        Duration failed = Duration.ZERO;
        if (failure.isPresent()) {
            failed = speech(failure.get(), false);
            failure.get().nothingElse();
        }
        return digits(parameters, new Prompts(asked, failed));
    }

    private DigitRules recordedQuestion(Parameters parameters) throws BadReply {
        addressed(parameters, true);
        audioSource(parameters.requiredObject("AudioSource"));
        Optional<Parameters> failure = parameters.object("FailureAudioSource");
        if (failure.isPresent()) {
            audioSource(failure.get());
        }
        return digits(parameters, new Prompts(AUDIO, failure.isPresent() ? AUDIO : Duration.ZERO));
    }

    private static DigitRules digits(Parameters parameters, Prompts prompts) throws BadReply {
        Optional<String> regex = parameters.text("InputDigitsRegex");
        if (regex.isPresent()) {
            try {
                Pattern.compile(regex.get());
            } catch (PatternSyntaxException wrong) {
                throw BadReply.parameter("InputDigitsRegex is no regular expression: " + wrong.getDescription());
            }
        }
        int most = parameters.number("MaxNumberOfDigits", 1, MOST_DIGITS, MOST_DIGITS);
        int least = parameters.number("MinNumberOfDigits", 0, most, 0);
        String terminators = parameters.keys("TerminatorDigits").orElse("#");
        int attempts = parameters.number("Repeat", 1, MOST_REPEATS, 1);
        Duration first = parameters.requiredMillis("RepeatDurationInMilliseconds");
        Duration between =
                parameters.millis("InBetweenDigitsDurationInMilliseconds").orElse(first);
        return new DigitRules(
                prompts, new Expected(regex, least, most, terminators), new Patience(first, between), attempts);
    }

    private Duration audio(Parameters parameters) throws BadReply {
        addressed(parameters, true);
        audioSource(parameters.requiredObject("AudioSource"));
        parameters.keys("PlaybackTerminators");
        return AUDIO.multipliedBy(parameters.number("Repeat", 1, MOST_REPEATS, 1));
    }

    private static void audioSource(Parameters source) throws BadReply {
        if (!source.requiredText("Type").equals("S3")) {
            throw new BadReply("InvalidAudioSource", "audio comes from S3 only");
        }
        source.requiredText("BucketName");
        source.requiredText("Key");
        source.nothingElse();
    }

    private Duration pause(Parameters parameters) throws BadReply {
        addressed(parameters, false);
        return parameters.requiredMillis("DurationInMilliseconds");
    }

    private int hangup(Parameters parameters) throws BadReply {
        addressed(parameters, true);
        int sipCode = parameters.number("SipResponseCode", 0, 699, CallMachine.NORMAL_CLEARING);
        if (!Set.of(0, 480, 486).contains(sipCode)) {
            throw BadReply.parameter("Hangup.SipResponseCode must be 0, 480 or 486, was " + sipCode);
        }
        return sipCode;
    }

    /// The action names its leg by the call's id or the tag; this network knows one leg.
    private void addressed(Parameters parameters, boolean required) throws BadReply {
        Optional<String> id = parameters.text("CallId");
        Optional<String> tag = parameters.text("ParticipantTag");
        if (required && id.isEmpty() && tag.isEmpty()) {
            throw parameters.missing("CallId or ParticipantTag");
        }
        if (!id.orElse(callId).equals(callId) || !tag.orElse(EventJson.LEG_A).equals(EventJson.LEG_A)) {
            throw BadReply.parameter("the action is not for a participant of this call");
        }
    }
}
