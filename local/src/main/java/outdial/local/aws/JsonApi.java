package outdial.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Speaks AWS's JSON protocol to one emulator. The local cloud sets up and polls through this rather than through
/// an SDK client, because a poll's answer is then already the JSON that Lambda hands to a function.
public final class JsonApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI endpoint;
    private final String service;
    private final String targetPrefix;

    /// @param service the signing name, such as `dynamodb`
    /// @param targetPrefix the API's version as it stands before the action's name, such as `DynamoDB_20120810`
    JsonApi(HttpClient http, URI endpoint, String service, String targetPrefix) {
        this.http = http;
        this.endpoint = endpoint;
        this.service = service;
        this.targetPrefix = targetPrefix;
    }

    /// A client for emulators on this machine.
    public static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(withoutCertificates())
                .build();
    }

    /// Nothing here speaks TLS; reading the certificates of the world would take a fifth of a second of every start.
    private static SSLContext withoutCertificates() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Performs one action and waits for the answer; may be interrupted.
    ///
    /// @throws Refused the service answered with an error
    public JsonNode call(String action, JsonNode request) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", targetPrefix + "." + action)
                .header("X-Amz-Date", "20260101T000000Z")
                .header("Authorization", LocalCredentials.unsigned(service))
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                .build();
        HttpResponse<byte[]> response = http.send(post, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode answer = response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new Refused(
                    action,
                    answer.path("__type").asText(),
                    answer.path("message").asText(answer.toString()));
        }
        return answer;
    }

    /// The service understood the request and said no.
    public static final class Refused extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final String type;

        Refused(String action, String type, String message) {
            super(action + ": " + type + ": " + message);
            this.type = type;
        }

        /// The error's name without its namespace, such as `ResourceInUseException`.
        public String type() {
            return type.substring(type.indexOf('#') + 1);
        }
    }
}
