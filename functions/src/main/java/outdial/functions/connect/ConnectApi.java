package outdial.functions.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import outdial.functions.json.Json;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/// Amazon Connect's API as far as calls need it (Amazon Connect API Reference, 2017-08-08). Asks once and never again:
/// whether a request may be repeated is for the caller to know. The SDK's own client for Connect would be a third of
/// what a function may weigh.
public final class ConnectApi {
    private static final String SIGNING_NAME = "connect";

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final Place place;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /// @param http whose time-outs are shorter than the caller's own
    public ConnectApi(SdkHttpClient http, AwsCredentialsProvider credentials, Place place) {
        this.http = http;
        this.credentials = credentials;
        this.place = place;
    }

    /// Where the service answers.
    public record Place(String region, URI endpoint) {
        public static Place of(String region) {
            return new Place(region, URI.create("https://connect." + region + ".amazonaws.com"));
        }
    }

    /// What the service answered.
    ///
    /// @param error the exception's name, such as `LimitExceededException`; empty where there is none
    record Reply(int status, String error, JsonNode body) {
        boolean isOk() {
            return status / 100 == 2;
        }
    }

    /// @throws IOException no answer came, which says nothing about what was done
    Reply startOutboundVoiceContact(ObjectNode request) throws IOException {
        return send(SdkHttpMethod.PUT, "/contact/outbound-voice", request.toString());
    }

    /// @throws IOException no answer came
    Reply describeContact(String instanceId, String contactId) throws IOException {
        return send(SdkHttpMethod.GET, "/contacts/" + instanceId + "/" + contactId, "");
    }

    /// @throws IOException no answer came, which says nothing about what was done
    Reply stopContact(String instanceId, String contactId) throws IOException {
        ObjectNode request = Json.object().put("ContactId", contactId).put("InstanceId", instanceId);
        return send(SdkHttpMethod.POST, "/contact/stop", request.toString());
    }

    private Reply send(SdkHttpMethod method, String path, String body) throws IOException {
        SdkHttpFullRequest.Builder request = SdkHttpFullRequest.builder()
                .method(method)
                .uri(URI.create(place.endpoint() + path))
                .putHeader("content-type", "application/json");
        // With its length known the body is streamed; otherwise the JDK keeps it and sends it a second time, unasked,
        // when
        // the connection breaks.
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        if (length > 0) request.putHeader("content-length", Integer.toString(length));
        SignedRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                .request(request.build())
                .payload(ContentStreamProvider.fromUtf8String(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SIGNING_NAME)
                .putProperty(AwsV4HttpSigner.REGION_NAME, place.region()));
        HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder().request(signed.request());
        if (!body.isEmpty()) signed.payload().ifPresent(execute::contentStreamProvider);
        return reply(http.prepareRequest(execute.build()).call());
    }

    private static Reply reply(HttpExecuteResponse response) throws IOException {
        try (InputStream stream = response.responseBody().isPresent()
                ? response.responseBody().get()
                : new ByteArrayInputStream(new byte[0])) {
            JsonNode body = tree(stream);
            String error = response.httpResponse()
                    .firstMatchingHeader("x-amzn-errortype")
                    .orElseGet(() -> body.path("__type").asText());
            return new Reply(response.httpResponse().statusCode(), nameOf(error), body);
        }
    }

    /// What stands between us and the service may answer in HTML.
    private static JsonNode tree(InputStream stream) {
        try {
            return Json.tree(stream);
        } catch (UncheckedIOException notJson) {
            return Json.object();
        }
    }

    /// Some services put a namespace before the name, some an address behind it.
    private static String nameOf(String error) {
        String name = error.substring(error.indexOf('#') + 1);
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
