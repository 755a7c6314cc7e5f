package outdial.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outdial.local.aws.LocalCredentials;
import outdial.local.lambda.Attachment;
import outdial.local.lambda.FunctionFailed;

final class LambdaInvokeTest {
    private static final AtomicReference<Attachment.Socket> SOCKET = new AtomicReference<>();
    private static LocalCloud cloud;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(Toy.options("invoke").attaching(new Phone()));
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void a_function_is_invoked_with_the_environment_of_the_template() throws FunctionFailed {
        byte[] reply = cloud.invoker().invoke("Echo", "{\"hello\":\"world\"}".getBytes(UTF_8));

        assertThat(new String(reply, UTF_8))
                .isEqualTo("{\"function\":\"outdial-Echo\",\"hello\":\"world\",\"inTime\":\"true\",\"stage\":\"test\","
                        + "\"table\":\"invoke-Things\"}");
    }

    @Test
    void a_function_that_throws_fails_with_type_and_message() {
        assertThatExceptionOfType(FunctionFailed.class)
                .isThrownBy(() -> cloud.invoker().invoke("Echo", "{\"do\":\"fail\"}".getBytes(UTF_8)))
                .withMessage("asked to fail")
                .extracting(FunctionFailed::errorType)
                .isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void a_function_that_hangs_is_stopped_at_its_time_out() {
        assertThatExceptionOfType(FunctionFailed.class)
                .isThrownBy(() -> cloud.invoker().invoke("Slow", "{\"do\":\"hang\"}".getBytes(UTF_8)))
                .withMessageContaining("Task timed out after 1.00 seconds");
    }

    @Test
    void the_lambda_api_invokes_by_name_and_by_logical_id() throws Exception {
        assertThat(invoke("outdial-Echo:live", "{}").body()).contains("\"stage\":\"test\"");
        assertThat(invoke("Echo", "{}").body()).contains("\"stage\":\"test\"");
        assertThat(invoke("Nobody", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void the_lambda_api_reports_a_function_error_as_lambda_does() throws Exception {
        HttpResponse<String> response = invoke("Echo", "{\"do\":\"fail\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
        assertThat(response.body())
                .isEqualTo("{\"errorMessage\":\"asked to fail\",\"errorType\":\"java.lang.IllegalStateException\"}");
    }

    @Test
    void what_is_attached_answers_its_service_and_finds_its_function() throws Exception {
        HttpResponse<String> response = send("chime", "/sip-media-applications/a/calls", "{}");

        assertThat(response.body()).isEqualTo("ring ring");
        assertThat(SOCKET.get().functionsOpenTo("voiceconnector.chime.amazonaws.com"))
                .isEqualTo(List.of("Echo"));
        assertThat(SOCKET.get().parameter("Prefix")).isEqualTo("invoke");
    }

    @Test
    void a_service_that_is_not_there_says_which_are() throws Exception {
        HttpResponse<String> response = send("kinesis", "/", "{}");

        assertThat(response.statusCode()).isEqualTo(501);
        assertThat(response.body()).contains("the local cloud has no service kinesis. It has [chime, dynamodb, events");
    }

    private HttpResponse<String> invoke(String function, String event) throws IOException, InterruptedException {
        return send("lambda", "/2015-03-31/functions/" + function + "/invocations", event);
    }

    private HttpResponse<String> send(String service, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(cloud.awsEndpoint().resolve(path))
                .header("Authorization", LocalCredentials.unsigned(service))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static final class Phone implements Attachment {
        @Override
        public void attach(Socket cloud) {
            SOCKET.set(cloud);
            cloud.route("chime", (exchange, body) -> {
                byte[] answer = "ring ring".getBytes(UTF_8);
                exchange.sendResponseHeaders(201, answer.length);
                exchange.getResponseBody().write(answer);
            });
        }

        @Override
        public void close() {
            SOCKET.get().clock();
        }
    }
}
