package outdial.local.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.local.Eventually;
import outdial.local.telephony.NetworkFaults.Failure;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.chimesdkvoice.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkvoice.model.ChimeSdkVoiceException;
import software.amazon.awssdk.services.chimesdkvoice.model.CreateSipMediaApplicationCallRequest;
import software.amazon.awssdk.services.chimesdkvoice.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkvoice.model.ResourceLimitExceededException;
import software.amazon.awssdk.services.chimesdkvoice.model.ThrottledClientException;

/// What the real SDK makes of the network's answers.
final class ChimeVoiceApiTest implements AutoCloseable {
    private final ManualThreads time = new ManualThreads();
    private final PhoneNetwork network = new PhoneNetwork(
            NetworkSettings.usual().withQuotas(new Quotas(3, 2, 1)), People.all(Personas.LISTENS), time);
    private final ToyCloud cloud = new ToyCloud(new ToyCallFlow(), time);
    private final ChimeSdkVoiceClient client = cloud.client();

    ChimeVoiceApiTest() throws IOException {
        network.attach(cloud);
    }

    @AfterEach
    @Override
    public void close() {
        client.close();
        network.close();
        cloud.close();
    }

    @Test
    void a_call_is_placed_and_has_a_transaction() {
        var placed = client.createSipMediaApplicationCall(call("+12065550101")
                .argumentsMap(Map.of("attemptId", "a-1"))
                .sipHeaders(Map.of("X-Campaign", "c-1"))
                .build());

        CallRecord call = network.ledger().calls().getFirst();
        assertThat(placed.sdkHttpResponse().statusCode()).isEqualTo(201);
        assertThat(placed.sipMediaApplicationCall().transactionId()).isEqualTo(call.transactionId());
        assertThat(call.request())
                .isEqualTo(new CallRequest("app", "+12065550100", "+12065550101", Map.of("attemptId", "a-1")));
        assertThat(call.request().attemptId()).contains("a-1");
    }

    @Test
    void a_number_without_its_plus_sign_is_the_same_number() {
        client.createSipMediaApplicationCall(call("12065550101").build());

        assertThat(network.ledger().callsTo("+12065550101")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "12 06 5550101, ToPhoneNumber must be in E.164 format",
        "+02065550101, ToPhoneNumber must be in E.164 format",
        "+12065550101234567, ToPhoneNumber must be in E.164 format",
        ", ToPhoneNumber is required"
    })
    void a_wrong_number_is_a_bad_request(String number, String message) {
        var request = call(number).build();

        assertThatThrownBy(() -> client.createSipMediaApplicationCall(request))
                .isInstanceOfSatisfying(BadRequestException.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(400);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("BadRequestException");
                    assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message);
                });
        assertThat(network.ledger().calls()).isEmpty();
    }

    @Test
    void more_than_twenty_arguments_are_a_bad_request() {
        Map<String, String> arguments =
                IntStream.rangeClosed(1, 21).boxed().collect(Collectors.toMap(i -> "argument" + i, i -> "x"));
        var request = call("+12065550101").argumentsMap(arguments).build();

        assertThatThrownBy(() -> client.createSipMediaApplicationCall(request))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("ArgumentsMap must have at most 20 entries, has 21");
    }

    @Test
    void the_call_rate_quota_throws_the_throttled_client_exception() {
        for (int i = 1; i <= 3; i++) {
            var request = call("+1206555010" + i).build();
            if (i < 3) {
                client.createSipMediaApplicationCall(request);
            } else {
                assertThatThrownBy(() -> client.createSipMediaApplicationCall(request))
                        .isInstanceOf(ResourceLimitExceededException.class);
            }
        }
        var fourth = call("+12065550104").build();

        assertThatThrownBy(() -> client.createSipMediaApplicationCall(fourth))
                .isInstanceOfSatisfying(ThrottledClientException.class, throttled -> {
                    assertThat(throttled.statusCode()).isEqualTo(429);
                    assertThat(throttled.isThrottlingException()).isTrue();
                });
        assertThat(network.ledger().refusals()).isEqualTo(Map.of("ResourceLimitExceeded", 1, "Throttled", 1));
    }

    @Test
    void an_unknown_application_is_not_found() {
        var request =
                call("+12065550101").sipMediaApplicationId("somebody-elses").build();

        var refused =
                catchThrowableOfType(ChimeSdkVoiceException.class, () -> client.createSipMediaApplicationCall(request));

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("NotFoundException");
    }

    @Test
    void an_update_is_accepted_while_the_call_is_on_and_not_found_after() {
        String call = client.createSipMediaApplicationCall(call("+12065550101").build())
                .sipMediaApplicationCall()
                .transactionId();

        var accepted = update(call);
        assertThat(accepted).isEqualTo(202);

        time.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> update(call)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_update_above_its_quota_is_throttled() {
        String call = client.createSipMediaApplicationCall(call("+12065550101").build())
                .sipMediaApplicationCall()
                .transactionId();
        update(call);

        assertThatThrownBy(() -> update(call)).isInstanceOf(ThrottledClientException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, 429, ThrottledClientException, 0",
        "SERVICE_FAILURE, 500, ServiceFailureException, 0",
        "SERVICE_FAILURE_BUT_PLACED, 500, ServiceFailureException, 1",
        "UNAVAILABLE, 503, ServiceUnavailableException, 0",
        "UNAVAILABLE_BUT_PLACED, 503, ServiceUnavailableException, 1"
    })
    void the_next_requests_fail_as_asked(Failure failure, int status, String code, int placed) {
        network.faults().failNextCalls(1, failure);
        var request = call("+12065550101").build();

        var refused =
                catchThrowableOfType(ChimeSdkVoiceException.class, () -> client.createSipMediaApplicationCall(request));
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(network.ledger().calls()).hasSize(placed);

        client.createSipMediaApplicationCall(call("+12065550102").build());
        assertThat(network.ledger().calls()).hasSize(placed + 1);
    }

    @ParameterizedTest
    @CsvSource({"TIME_OUT, 0", "TIME_OUT_BUT_PLACED, 1"})
    void a_request_that_gets_no_answer_times_out_and_is_not_sent_again(Failure failure, int placed) {
        network.faults().failNextCalls(1, failure);
        var request = call("+12065550101")
                .overrideConfiguration(override -> override.apiCallTimeout(Duration.ofMillis(300)))
                .build();

        assertThatThrownBy(() -> client.createSipMediaApplicationCall(request))
                .isInstanceOf(ApiCallTimeoutException.class);
        Eventually.is(() -> network.ledger().calls().size(), placed);
    }

    private int update(String transactionId) {
        return client.updateSipMediaApplicationCall(update -> update.sipMediaApplicationId("app")
                        .transactionId(transactionId)
                        .arguments(Map.of("why", "cancelled")))
                .sdkHttpResponse()
                .statusCode();
    }

    private static CreateSipMediaApplicationCallRequest.Builder call(String to) {
        return CreateSipMediaApplicationCallRequest.builder()
                .sipMediaApplicationId("app")
                .fromPhoneNumber("+12065550100")
                .toPhoneNumber(to);
    }
}
