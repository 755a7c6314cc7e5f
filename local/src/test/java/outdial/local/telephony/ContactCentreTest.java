package outdial.local.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.local.telephony.ContactCentre.Result;

/// The contact flow of infrastructure/, run by hand, with a function that asks for a key.
final class ContactCentreTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Flow FLOW = FlowReader.read(Path.of("..", "infrastructure", "connect-flow.json"));
    private static final String ANN = "+12065550101";
    private static final String BOB = "+12065550102";

    private final ManualThreads time = new ManualThreads();
    private final Ledger ledger = Ledger.inMemory();
    private final NetworkFaults faults = new NetworkFaults();
    private final List<JsonNode> invocations = new ArrayList<>();
    private final List<JsonNode> events = new ArrayList<>();
    private Map<String, Map<String, String>> answers = Map.of(
            "answered", Map.of("next", "ask", "text", "Hello, press 1.", "voice", "Joanna"),
            "pressed 1", Map.of("next", "say", "text", "Thank you.", "voice", "Joanna", "result", "INTERESTED"),
            "pressed Timeout first", Map.of("next", "ask", "text", "Please press 1.", "voice", "Joanna"),
            "pressed Timeout last",
                    Map.of("next", "say", "text", "Goodbye.", "voice", "Joanna", "result", "COMPLETED"));

    @Test
    void whoever_presses_a_key_hears_the_reply_and_the_result_is_kept() {
        ContactCentre centre = centre(People.all(Personas.INTERESTED), new Quotas(10, 10));

        String contact = started(centre, ANN, "token-1");
        time.pass(Duration.ofMinutes(5));

        assertThat(asked()).containsExactly("answered", "pressed 1 first");
        assertThat(invocations
                        .getFirst()
                        .at("/Details/ContactData/Attributes/attemptId")
                        .asText())
                .isEqualTo("a-1");
        JsonNode described = described(centre, contact);
        assertThat(described.at("/Attributes/result").asText()).isEqualTo("INTERESTED");
        assertThat(described.has("ConnectedToSystemTimestamp")).isTrue();
        assertThat(described.has("AnsweringMachineDetectionStatus")).isFalse();
        assertThat(ledger.callsTo(ANN).getFirst().keys()).isEqualTo("1");
        assertThat(told()).containsExactly("INITIATED", "CONNECTED_TO_SYSTEM", "COMPLETED", "DISCONNECTED");
        assertThat(ledger.violations()).isEmpty();
    }

    @Test
    void whoever_presses_nothing_is_asked_once_more() {
        ContactCentre centre = centre(People.all(Personas.LISTENS), new Quotas(10, 10));

        started(centre, ANN, "token-1");
        time.pass(Duration.ofMinutes(5));

        assertThat(asked()).containsExactly("answered", "pressed Timeout first", "pressed Timeout last");
        assertThat(ledger.callsTo(ANN).getFirst().sipCode()).contains(0);
    }

    @Test
    void a_function_that_says_hang_up_is_obeyed() {
        answers = Map.of("answered", Map.of("next", "hangUp"));
        ContactCentre centre = centre(People.all(Personas.LISTENS), new Quotas(10, 10));

        started(centre, ANN, "token-1");
        time.pass(Duration.ofSeconds(16));

        assertThat(ledger.callsTo(ANN).getFirst().endedAt()).isPresent();
        assertThat(asked()).containsExactly("answered");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            busy, TELECOM_BUSY
            no-answer, TELECOM_TIMEOUT
            invalid, TELECOM_NUMBER_INVALID
            rejected, TELECOM_POTENTIAL_BLOCKING
            carrier-error, TELECOM_PROBLEM
            """)
    void a_call_that_nobody_answers_says_why(String persona, String reason) {
        ContactCentre centre = centre(People.all(Personas.named(persona)), new Quotas(10, 10));

        String contact = started(centre, ANN, "token-1");
        time.pass(Duration.ofMinutes(5));

        assertThat(described(centre, contact).path("DisconnectReason").asText()).isEqualTo(reason);
        assertThat(told()).containsExactly("INITIATED", "COMPLETED", "DISCONNECTED");
        assertThat(invocations).isEmpty();
    }

    @Test
    void a_phone_rings_no_longer_than_was_asked_for() {
        ContactCentre centre = centre(People.all(Personas.NO_ANSWER), new Quotas(10, 10));

        started(centre, json(ANN, "token-1", ", \"RingTimeoutInSeconds\": 15"));
        time.pass(Duration.ofSeconds(17));

        assertThat(ledger.callsTo(ANN).getFirst().sipCode()).contains(480);
    }

    @Test
    void a_machine_is_detected_in_campaign_traffic_and_hears_nothing() {
        ContactCentre centre = centre(People.all(Personas.VOICEMAIL), new Quotas(10, 10));

        String contact = started(
                centre,
                json(
                        ANN,
                        "token-1",
                        ", \"TrafficType\": \"CAMPAIGN\","
                                + " \"AnswerMachineDetectionConfig\": {\"EnableAnswerMachineDetection\": true}"));
        time.pass(Duration.ofMinutes(5));

        assertThat(described(centre, contact)
                        .path("AnsweringMachineDetectionStatus")
                        .asText())
                .isEqualTo("VOICEMAIL_NO_BEEP");
        assertThat(invocations).isEmpty();
    }

    @Test
    void a_token_starts_one_call_while_that_is_on() {
        ContactCentre centre = centre(People.all(Personas.LISTENS), new Quotas(10, 10));

        String first = started(centre, ANN, "token-1");
        String again = started(centre, ANN, "token-1");

        assertThat(again).isEqualTo(first);
        assertThat(ledger.calls()).hasSize(1);
    }

    @Test
    void more_calls_than_the_quotas_allow_are_refused() {
        ContactCentre slow = centre(People.all(Personas.LISTENS), new Quotas(1, 10));
        started(slow, ANN, "token-1");

        assertThat(slow.start(request(json(BOB, "token-2", ""))))
                .isEqualTo(new Result.Refused(ConnectError.TOO_MANY_REQUESTS, "Too Many Requests"));

        time.pass(Duration.ofSeconds(1));
        ContactCentre small = centre(People.all(Personas.LISTENS), new Quotas(10, 1));
        assertThat(small.start(request(json(BOB, "token-2", ""))))
                .isEqualTo(new Result.Refused(ConnectError.LIMIT_EXCEEDED, "Concurrent active calls limit reached"));
    }

    @Test
    void a_contact_can_be_stopped() {
        ContactCentre centre = centre(People.all(Personas.LISTENS), new Quotas(10, 10));
        String contact = started(centre, ANN, "token-1");

        assertThat(centre.stop("instance", contact)).isEqualTo(new Result.Stopped());

        assertThat(ledger.callsTo(ANN).getFirst().sipCode()).contains(480);
        assertThat(centre.stop("instance", "nobody"))
                .isEqualTo(new Result.Refused(ConnectError.CONTACT_NOT_FOUND, "there is no such contact"));
    }

    @Test
    void lost_ends_are_told_to_nobody_but_can_be_looked_up() {
        faults.loseHangups();
        ContactCentre centre = centre(People.all(Personas.BUSY), new Quotas(10, 10));

        String contact = started(centre, ANN, "token-1");
        time.pass(Duration.ofMinutes(1));

        assertThat(told()).containsExactly("INITIATED");
        assertThat(described(centre, contact).has("DisconnectTimestamp")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Version": "1"}                                                          | a flow has the version 2019-10-30
            {"Version": "2019-10-30", "StartAction": "a", "Actions": []}              | a flow starts with 'a', has none
            {"Version": "2019-10-30", "StartAction": "a", "Actions": [{"Identifier": "a", "Type": "Wait"}]} \
            | a: this phone network performs no action Wait
            {"Version": "2019-10-30", "StartAction": "a", "Actions": [{"Identifier": "a", "Type": "DisconnectParticipant", \
            "Parameters": {"Loudly": 1}}]} | a: this phone network does not know Loudly
            {"Version": "2019-10-30", "StartAction": "a", "Actions": [{"Identifier": "a", "Type": "DisconnectParticipant", \
            "Transitions": {"NextAction": "b"}}]} | a flow goes on with 'b', but has no such action
            """)
    void a_flow_that_is_not_understood_says_where(String flow, String message) throws IOException {
        JsonNode json = JSON.readTree(flow);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlowReader.parse(json))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , "RingTimeoutInSeconds": 61                                            | RingTimeoutInSeconds must be 15 to 60, was 61
            , "AnswerMachineDetectionConfig": {"EnableAnswerMachineDetection": true} | TrafficType must be CAMPAIGN where machines are detected
            , "Loudly": true                                                        | there is no parameter Loudly
            """)
    void a_request_that_aws_would_refuse_is_refused(String more, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(json(ANN, "token-1", more)))
                .withMessage(message);
    }

    private ContactCentre centre(People people, Quotas quotas) {
        var json = new ContactJson("instance");
        var equipment = new Equipment(
                NetworkSettings.usual(),
                ledger,
                faults,
                time,
                new Equipment.Cloud(this::invoke, "ConnectEvents", time));
        return new ContactCentre(
                new ContactCentre.Instance("instance", "flow", FLOW, quotas),
                people,
                equipment,
                new ContactLine.Reporter(json, events::add));
    }

    private byte[] invoke(String function, byte[] event) {
        try {
            JsonNode invocation = JSON.readTree(event);
            invocations.add(invocation);
            String asked = asked().getLast();
            Map<String, String> answer =
                    answers.getOrDefault(asked, answers.getOrDefault(asked.replaceAll(" (first|last)$", ""), Map.of()));
            return JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> asked() {
        return invocations.stream()
                .map(invocation -> invocation.at("/Details/Parameters"))
                .map(given -> (given.path("event").asText() + " "
                                + given.path("key").asText() + " "
                                + given.path("prompt").asText())
                        .strip())
                .toList();
    }

    private List<String> told() {
        return events.stream().map(event -> event.path("eventType").asText()).toList();
    }

    private static String json(String to, String token, String more) {
        return """
                {"InstanceId": "instance", "ContactFlowId": "flow", "ClientToken": "%s", "DestinationPhoneNumber": "%s",
                 "SourcePhoneNumber": "+12065550100", "Attributes": {"attemptId": "a-1"}%s}
                """.formatted(token, to, more);
    }

    private static ContactRequest request(String json) {
        try {
            return ContactRequest.read(JSON.readTree(json));
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static String started(ContactCentre centre, String to, String token) {
        return started(centre, json(to, token, ""));
    }

    private static String started(ContactCentre centre, String json) {
        if (centre.start(request(json)) instanceof Result.Started(String contact)) return contact;
        throw new AssertionError("the contact was not started");
    }

    private static JsonNode described(ContactCentre centre, String contact) {
        if (centre.describe("instance", contact) instanceof Result.Found(Page page)) {
            return new ContactJson("instance").described(page).path("Contact");
        }
        throw new AssertionError("the contact was not found");
    }
}
