package outdial.functions.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static outdial.contract.Scene.NOON;
import static outdial.contract.Scene.phone;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.contract.Scene;
import outdial.dialing.Carrier.Placement;
import outdial.functions.json.Json;
import outdial.memory.Memory;

final class ConnectCarrierTest {
    private static final ConnectInstance GENERAL = new ConnectInstance("instance-1", "flow-1", false);
    private static final Duration RINGING = Duration.ofSeconds(60);

    private final Scene scene = Scene.of("clinic");
    private final Attempt attempt = new Attempt(
            new AttemptId("attempt-1"),
            scene.campaign(),
            scene.contactId("ann"),
            new Attempt.Route(phone(1), phone(2), ConnectCarrier.NAME),
            1,
            NOON,
            Optional.empty());
    private final ToyConnect connect = new ToyConnect();

    @AfterEach
    void close() {
        connect.close();
    }

    @Test
    void a_call_is_asked_for_with_the_attempt_as_token_and_as_attribute() {
        connect.answering(200, "", "{\"ContactId\": \"contact-1\"}");

        assertThat(place(GENERAL)).isEqualTo(new Placement.Placed("contact-1"));

        ToyConnect.Asked asked = connect.asked().getFirst();
        assertThat(asked.line()).isEqualTo("PUT /contact/outbound-voice");
        assertThat(asked.signature()).contains("Credential=key/").contains("/us-east-1/connect/aws4_request");
        assertThat(asked.body())
                .isEqualTo(Json.read(
                        """
                {"InstanceId": "instance-1", "ContactFlowId": "flow-1", "ClientToken": "attempt-1",
                 "DestinationPhoneNumber": "%s", "SourcePhoneNumber": "%s", "RingTimeoutInSeconds": 60,
                 "TrafficType": "GENERAL", "Attributes": {"attemptId": "attempt-1", "workspaceId": "clinic",
                 "campaignId": "%s", "contactId": "%s"}}
                """.formatted(
                                        phone(1).e164(),
                                        phone(2).e164(),
                                        scene.campaign().id(),
                                        scene.contactId("ann")),
                        JsonNode.class));
    }

    @Test
    void machines_are_detected_in_campaign_traffic_only() {
        connect.answering(200, "", "{\"ContactId\": \"contact-1\"}");
        ConnectInstance campaign = new ConnectInstance("instance-1", "flow-1", true);

        place(campaign);

        JsonNode asked = connect.asked().getFirst().body();
        assertThat(asked.path("TrafficType").asText()).isEqualTo("CAMPAIGN");
        assertThat(asked.path("AnswerMachineDetectionConfig"))
                .hasToString("{\"EnableAnswerMachineDetection\":true,\"AwaitAnswerMachinePrompt\":false}");
        assertThat(carrier(Optional.of(campaign)).capabilities().answeringMachineDetection())
                .isTrue();
        assertThat(carrier(Optional.of(GENERAL)).capabilities().answeringMachineDetection())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | TooManyRequestsException       | Too many                        | Throttled
            429 | LimitExceededException         | Limit                           | Throttled
            400 | ThrottlingException            | Rate exceeded                   | Throttled
            403 | DestinationNotAllowedException | Not allowed                     | BadDestination
            400 | InvalidParameterException      | DestinationPhoneNumber is wrong | BadDestination
            400 | InvalidParameterException      | SourcePhoneNumber is wrong      | OurFault
            400 | InvalidRequestException        | Not valid                       | OurFault
            403 | OutboundContactNotPermittedException:http://internal/ | No | OurFault
            403 | AccessDeniedException          | No                              | OurFault
            404 | ResourceNotFoundException      | No such flow                    | OurFault
            500 | InternalServiceException       | Sorry                           | Unknown
            503 |                                | Sorry                           | Unknown
            """)
    void an_error_says_whether_the_call_was_placed(int status, String error, String message, String placement) {
        connect.answering(status, error == null ? "" : error, "{\"Message\": \"" + message + "\"}");

        assertThat(place(GENERAL).getClass().getSimpleName()).isEqualTo(placement);
        assertThat(connect.asked()).hasSize(1);
    }

    @Test
    void an_answer_that_is_not_json_says_nothing() {
        connect.answering(502, "", "<html>Bad gateway</html>");

        assertThat(place(GENERAL)).isInstanceOf(Placement.Unknown.class);
    }

    @Test
    void no_answer_says_nothing_and_is_not_asked_for_again() {
        connect.cutting();

        assertThat(place(GENERAL)).isInstanceOf(Placement.Unknown.class);
        assertThat(connect.asked()).hasSize(1);
    }

    @Test
    void where_nobody_listens_no_call_was_placed() {
        ConnectApi api = connect.api();
        connect.close();

        assertThat(new ConnectCarrier(
                                api, Optional.of(GENERAL), new Memory().books().attempts(), RINGING)
                        .place(attempt))
                .isInstanceOf(Placement.Throttled.class);
    }

    @Test
    void without_an_instance_nobody_is_called() {
        assertThat(carrier(Optional.empty()).place(attempt))
                .isEqualTo(new Placement.OurFault("no Amazon Connect instance is configured"));
        assertThat(connect.asked()).isEmpty();
    }

    @Test
    void a_phone_rings_as_long_as_the_service_allows() {
        for (Duration wrong : List.of(Duration.ofSeconds(14), Duration.ofSeconds(61))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ConnectCarrier(
                            connect.api(),
                            Optional.of(GENERAL),
                            new Memory().books().attempts(),
                            wrong));
        }
    }

    private Placement place(ConnectInstance instance) {
        return carrier(Optional.of(instance)).place(attempt);
    }

    private ConnectCarrier carrier(Optional<ConnectInstance> instance) {
        return new ConnectCarrier(connect.api(), instance, new Memory().books().attempts(), RINGING);
    }
}
