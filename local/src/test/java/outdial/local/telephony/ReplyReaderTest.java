package outdial.local.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplyReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                             | InvalidLambdaResponse | Response is blank or empty",
                "null                                           | InvalidLambdaResponse | Response is blank or empty",
                "{}                                             | InvalidLambdaResponse | Response is blank or empty",
                "{'Actions':[]}                                 | InvalidSchemaVersion  | SchemaVersion must be 1.0",
                "{'SchemaVersion':'1.0','Acts':[]}              | InvalidLambdaResponse | Response has no member Acts",
                "{'SchemaVersion':'1.0','Actions':{}}           | InvalidLambdaResponse | Error while reading actions list",
                "{'SchemaVersion':'1.0','TransactionAttributes':{'a':1}} | TransactionAttributesInvalid | Transaction Attribute a must be a string",
                "{'SchemaVersion':'1.0','TransactionAttributes':[]} | TransactionAttributesInvalid | Transaction Attributes must be an object"
            })
    void a_reply_of_the_wrong_shape_is_refused(String reply, String errorType, String message) {
        assertThat(ReplyReader.read(json(reply), "leg")).isEqualTo(new Reply.Refused(errorType, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Speak | {'Text':'Hello'} | MissingRequiredActionParameter | Speak needs CallId",
                "Speak | {'CallId':'leg'} | MissingRequiredActionParameter | Speak needs Text",
                "Speak | {'CallId':'other','Text':'Hello'} | InvalidActionParameter | Speak.CallId is not that of this call",
                "Speak | {'CallId':'leg','Text':'Hello','Engine':'loud'} | InvalidActionParameter | Speak.Engine must be one of [neural, standard]",
                "Speak | {'CallId':'leg','Text':'Hello','Voice':'Joanna'} | InvalidActionParameter | Speak has no parameter Voice",
                "Speak | {'CallId':'leg','Text':'Tom & Jerry','TextType':'ssml'} | InvalidActionParameter | `Text` is not SSML",
                "Speak | {'CallId':'leg','Text':7} | InvalidActionParameter | Speak.Text must be a string",
                "Pause | {'CallId':'leg'} | MissingRequiredActionParameter | Pause needs DurationInMilliseconds",
                "Pause | {'DurationInMilliseconds':'-1'} | InvalidActionParameter | Pause.DurationInMilliseconds must be a whole number from 0 to 2147483647",
                "Hangup | {} | MissingRequiredActionParameter | Hangup needs CallId or ParticipantTag",
                "Hangup | {'CallId':'leg','SipResponseCode':'404'} | InvalidActionParameter | Hangup.SipResponseCode must be 0, 480 or 486",
                "Hangup | {'ParticipantTag':'LEG-B'} | InvalidActionParameter | the action is not for a participant of this call",
                "PlayAudio | {'CallId':'leg'} | MissingRequiredActionParameter | PlayAudio needs AudioSource",
                "PlayAudio | {'CallId':'leg','AudioSource':{'Type':'Disk','BucketName':'b','Key':'k'}} | InvalidAudioSource | audio comes from S3 only",
                "SpeakAndGetDigits | {'CallId':'leg','RepeatDurationInMilliseconds':1000} | MissingRequiredActionParameter | SpeakAndGetDigits needs SpeechParameters",
                "SpeakAndGetDigits | {'CallId':'leg','SpeechParameters':{'Text':'1?'}} | MissingRequiredActionParameter | SpeakAndGetDigits needs RepeatDurationInMilliseconds",
                "SpeakAndGetDigits | {'CallId':'leg','SpeechParameters':{'Text':'1?'},'RepeatDurationInMilliseconds':1000,'InputDigitsRegex':'['} | InvalidActionParameter | InputDigitsRegex is no regular expression: Unclosed character class",
                "SpeakAndGetDigits | {'CallId':'leg','SpeechParameters':{'Text':'1?'},'RepeatDurationInMilliseconds':1000,'TerminatorDigits':['x']} | InvalidActionParameter | SpeakAndGetDigits.TerminatorDigits must be a list of the keys 0-9, * and #",
                "SpeakAndGetDigits | {'CallId':'leg','SpeechParameters':{'Text':'1?'},'RepeatDurationInMilliseconds':1000,'MinNumberOfDigits':3,'MaxNumberOfDigits':2} | InvalidActionParameter | SpeakAndGetDigits.MinNumberOfDigits must be a whole number from 0 to 2",
                "StartBotConversation | {} | ActionExecutionThrottled | This account has exceeded the number of bot references allowed by the PSTN Audio service",
                "CallAndBridge | {} | UnsupportedAction | this phone network performs no action CallAndBridge",
            })
    void a_wrong_action_is_refused(String type, String parameters, String errorType, String message) {
        Reply reply = ReplyReader.read(actions(action(type, parameters)), "leg");

        assertThat(reply).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.errorType()).isEqualTo(errorType);
            assertThat(refused.message()).startsWith(message);
        });
    }

    @ParameterizedTest
    @CsvSource({"1000, true", "1001, false"})
    void a_spoken_text_has_at_most_a_thousand_characters(int length, boolean right) {
        String speak = action("Speak", "{'CallId':'leg','Text':'" + "x".repeat(length) + "'}");

        assertThat(ReplyReader.read(actions(speak), "leg") instanceof Reply.Orders)
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "11, false"})
    void a_reply_has_at_most_ten_actions(int count, boolean right) {
        String pauses = IntStream.range(0, count)
                .mapToObj(i -> action("Pause", "{'DurationInMilliseconds':'10'}"))
                .collect(Collectors.joining(","));

        assertThat(ReplyReader.read(actions(pauses), "leg") instanceof Reply.Orders)
                .isEqualTo(right);
    }

    @Test
    void more_than_ten_attributes_are_refused_in_the_services_words() {
        String eleven =
                IntStream.rangeClosed(1, 11).mapToObj(i -> "'k" + i + "':'v'").collect(Collectors.joining(","));

        assertThat(ReplyReader.read(json("{'SchemaVersion':'1.0','TransactionAttributes':{" + eleven + "}}"), "leg"))
                .isEqualTo(new Reply.Refused(
                        "TransactionAttributesInvalidMapSize",
                        "Transaction Attributes has too many mappings. Maximum number of mappings is 10"));
    }

    @Test
    void more_than_20_kilobytes_of_attributes_are_refused() {
        String reply = "{'SchemaVersion':'1.0','TransactionAttributes':{'k':'" + "x".repeat(20_480) + "'}}";

        assertThat(ReplyReader.read(json(reply), "leg"))
                .isEqualTo(new Reply.Refused(
                        "TransactionAttributesInvalidSize", "Transaction Attributes has more than 20 KB"));
    }

    @Test
    void absent_members_are_told_from_empty_ones() {
        assertThat(ReplyReader.read(json("{'SchemaVersion':'1.0'}"), "leg"))
                .isEqualTo(new Reply.Orders(Optional.empty(), Optional.empty()));
        assertThat(ReplyReader.read(json("{'SchemaVersion':'1.0','Actions':null,'TransactionAttributes':{}}"), "leg"))
                .isEqualTo(new Reply.Orders(Optional.empty(), Optional.of(Map.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Speak | {'CallId':'leg','Text':'A sentence of thirty letters..'} | 1980",
                "Speak | {'CallId':'leg','TextType':'ssml','Text':'<speak>Well<break time=\\\"2s\\\"/>then</speak>'} | 2528",
                "Pause | {'CallId':'leg','DurationInMilliseconds':'3000'} | 3000",
                "PlayAudio | {'ParticipantTag':'LEG-A','Repeat':'2','AudioSource':{'Type':'S3','BucketName':'b','Key':'k'}} | 16000",
            })
    void an_action_takes_its_time(String type, String parameters, long millis) {
        Reply reply = ReplyReader.read(actions(action(type, parameters)), "leg");

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Orders.class,
                        orders -> assertThat(((Action.Timed)
                                                orders.actions().orElseThrow().getFirst())
                                        .length())
                                .isEqualTo(Duration.ofMillis(millis)));
    }

    private static String actions(String actions) {
        return json("{'SchemaVersion':'1.0','Actions':[") + actions + "]}";
    }

    private static String action(String type, String parameters) {
        return json("{'Type':'" + type + "','Parameters':" + parameters + "}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
