package outdial.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class HttpApiTest {
    private static LocalCloud cloud;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(Toy.options("http"));
        cloud.http().mount("/console/", exchange -> {
            byte[] page = "<html>".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void a_request_reaches_its_function_with_everything_the_gateway_adds() throws Exception {
        HttpResponse<String> response = send(authorized("/v1/a%20b/c?x=1&x=2&empty=")
                .header("Cookie", "one=1; two=2")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"n\":1}")));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("x-toy")).contains("yes");
        assertThat(response.body())
                .isEqualTo("{body={\"n\":1} false, cookies=[one=1, two=2], method=POST, parameters={proxy=a b/c},"
                        + " query={x=1,2, empty=}, route=ANY /v1/{proxy+}, who=tester}");
    }

    @Test
    void bytes_travel_as_base64() throws Exception {
        HttpResponse<String> response = send(authorized("/v1/upload")
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(new byte[] {1, 2, 3})));

        assertThat(response.body()).contains("body=AQID true");
    }

    @Test
    void the_most_specific_route_wins() throws Exception {
        assertThat(send(authorized("/v1/things/7")).body()).contains("route=GET /v1/things/{id}", "{id=7}");
        assertThat(send(authorized("/v1/things/7").DELETE()).body()).contains("route=ANY /v1/{proxy+}");
        assertThat(send(request("/nowhere")).statusCode()).isEqualTo(404);
    }

    @Test
    void the_authorizer_decides_and_its_failure_is_an_error() throws Exception {
        HttpResponse<String> unknown = send(request("/v1/x").header("Authorization", "Bearer bad"));
        HttpResponse<String> broken = send(request("/v1/x").header("Authorization", "Bearer broken"));

        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(unknown.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void a_route_without_authorizer_is_open_to_all() throws Exception {
        assertThat(send(request("/open")).body()).contains("who=nobody");
    }

    @Test
    void a_function_that_fails_is_an_internal_server_error() throws Exception {
        HttpResponse<String> response = send(authorized("/v1/fail"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void preflights_are_answered_for_origins_that_the_template_names() throws Exception {
        HttpResponse<String> known = send(preflight("http://console.example.com"));
        HttpResponse<String> stranger = send(preflight("http://evil.example.com"));

        assertThat(known.statusCode()).isEqualTo(204);
        assertThat(known.headers().firstValue("Access-Control-Allow-Origin")).contains("http://console.example.com");
        assertThat(known.headers().firstValue("Access-Control-Max-Age")).contains("600");
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void other_content_is_served_beside_the_api() throws Exception {
        assertThat(send(request("/console/index.html")).body()).isEqualTo("<html>");
    }

    private static HttpRequest.Builder preflight(String origin) {
        return request("/v1/x")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody());
    }

    private static HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer good");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(cloud.apiUrl().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
