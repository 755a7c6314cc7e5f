package outdial.functions.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.webhook.Delivery;
import outdial.webhook.Endpoints.Answer;
import outdial.webhook.Secrets;
import outdial.webhook.Webhook;
import outdial.workspace.WorkspaceId;

final class SignedPostsTest {
    private static final WorkspaceId CLINIC = new WorkspaceId("clinic");
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final Delivery DELIVERY = new Delivery(CLINIC, "crm", "evt_1", "{\"name\":\"Zoë\"}");

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private int status = 200;

    SignedPostsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("webhook-id") + " "
                    + exchange.getRequestHeaders().getFirst("webhook-timestamp") + " "
                    + exchange.getRequestHeaders().getFirst("webhook-signature") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().add("location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_delivery_arrives_signed() {
        Answer answer = new SignedPosts(Targets.ANY).send(to(url("/hook?of=clinic")), DELIVERY, NOW);

        assertThat(answer).isEqualTo(new Answer.Took());
        assertThat(received)
                .containsExactly("POST /hook?of=clinic evt_1 1614265330 "
                        + Signature.header(List.of("whsec_MQ=="), "evt_1", NOW, DELIVERY.body()) + " "
                        + DELIVERY.body());
    }

    @Test
    void a_path_in_another_script_is_asked_for_in_ascii() {
        new SignedPosts(Targets.ANY).send(to(url("/übung?für=clinic")), DELIVERY, NOW);

        assertThat(received).singleElement().asString().startsWith("POST /%C3%BCbung?f%C3%BCr=clinic ");
    }

    @ParameterizedTest
    @CsvSource({"204, Took[]", "301, Refused[why=HTTP 301]", "410, Gone[]", "500, Refused[why=HTTP 500]"})
    void the_status_is_the_answer_and_a_redirect_is_not_followed(int answered, String expected) {
        status = answered;

        assertThat(new SignedPosts(Targets.ANY).send(to(url("/")), DELIVERY, NOW))
                .hasToString(expected);
        assertThat(received).hasSize(1);
    }

    @Test
    void a_name_that_leads_to_a_private_address_is_not_asked() {
        assertThatThrownBy(() -> new HttpPost(Targets.PUBLIC).send(url("/"), Map.of(), "{}"))
                .isInstanceOf(IOException.class)
                .hasMessage("the name leads to an address that is not public");
        assertThat(new SignedPosts(Targets.PUBLIC).send(to(url("/")), DELIVERY, NOW))
                .isEqualTo(new Answer.Refused("the address must begin with https://"));
        assertThat(received).isEmpty();
    }

    @Test
    void nobody_there_is_a_refusal() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThat(new SignedPosts(Targets.ANY).send(to(URI.create("http://localhost:" + port)), DELIVERY, NOW))
                .hasToString("Refused[why=ConnectException: Connection refused]");
    }

    @Test
    void a_server_that_takes_its_time_is_not_waited_for() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            HttpPost hurried = new HttpPost(Targets.ANY, Duration.ofMillis(50));
            URI url = URI.create("http://localhost:" + silent.getLocalPort());

            assertThatThrownBy(() -> hurried.send(url, Map.of(), "{}"))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("no answer within");
        }
    }

    @Test
    void an_endless_answer_is_not_read() throws Exception {
        try (ServerSocket talkative = new ServerSocket(0)) {
            Thread talking = Thread.ofVirtual().start(() -> {
                try (var socket = talkative.accept()) {
                    socket.getOutputStream().write("x".repeat(4096).getBytes(UTF_8));
                    socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                } catch (IOException _) {
                    // It hung up on us, as it should.
                }
            });
            URI url = URI.create("http://localhost:" + talkative.getLocalPort());

            assertThatThrownBy(() -> new HttpPost(Targets.ANY).send(url, Map.of(), "{}"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the answer is not HTTP");
            talking.join();
        }
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private static Webhook.Details to(URI url) {
        return new Webhook.Details("crm", CLINIC, url, Set.of(), new Secrets("whsec_MQ=="), NOW);
    }
}
