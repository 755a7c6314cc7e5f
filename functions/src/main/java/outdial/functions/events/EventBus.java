package outdial.functions.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
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

/// The event bus of EventBridge, of which one action is needed. The SDK's own client would bring functions.zip
/// to its limit of 25 MB. <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html>
public final class EventBus {
    /// PutEvents takes no more.
    private static final int MOST_AT_ONCE = 10;

    private static final String SOURCE = "outdial";
    private static final int OK = 200;

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final Place place;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    public EventBus(SdkHttpClient http, AwsCredentialsProvider credentials, Place place) {
        this.http = http;
        this.credentials = credentials;
        this.place = place;
    }

    /// A bus, and where its service answers.
    public record Place(String bus, String region, URI endpoint) {
        public static URI usual(String region) {
            return URI.create("https://events." + region + ".amazonaws.com");
        }
    }

    /// Puts all of them, in order.
    ///
    /// @throws IllegalStateException the bus did not take all of them; putting them all again does no harm
    public void put(List<EventJson> events) {
        for (int from = 0; from < events.size(); from += MOST_AT_ONCE) {
            putBatch(events.subList(from, Math.min(events.size(), from + MOST_AT_ONCE)));
        }
    }

    private void putBatch(List<EventJson> events) {
        ObjectNode request = Json.object();
        ArrayNode entries = request.putArray("Entries");
        for (EventJson event : events) {
            entries.addObject()
                    .put("EventBusName", place.bus())
                    .put("Source", SOURCE)
                    .put("DetailType", event.type())
                    .put("Detail", Json.write(event));
        }
        JsonNode answer = send(request.toString());
        if (answer.path("FailedEntryCount").asInt() > 0) {
            throw new IllegalStateException("the event bus refused "
                    + answer.path("FailedEntryCount").asInt() + " of " + events.size() + " events: "
                    + answer.findValuesAsText("ErrorCode"));
        }
    }

    private JsonNode send(String body) {
        SdkHttpFullRequest request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(place.endpoint())
                .encodedPath("/")
                .putHeader("content-type", "application/x-amz-json-1.1")
                .putHeader("x-amz-target", "AWSEvents.PutEvents")
                .build();
        SignedRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                .request(request)
                .payload(ContentStreamProvider.fromUtf8String(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "events")
                .putProperty(AwsV4HttpSigner.REGION_NAME, place.region()));
        HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(execute::contentStreamProvider);
        try {
            return answer(http.prepareRequest(execute.build()).call());
        } catch (IOException e) {
            throw new UncheckedIOException("the event bus did not answer", e);
        }
    }

    private static JsonNode answer(HttpExecuteResponse response) throws IOException {
        int status = response.httpResponse().statusCode();
        try (InputStream stream = response.responseBody()
                .orElseThrow(() -> new IOException("the event bus answered " + status + " without a body"))) {
            JsonNode body = Json.tree(stream);
            if (status == OK) return body;
            throw new IllegalStateException("the event bus answered " + status + " "
                    + body.path("__type").asText() + ": " + body.path("message").asText());
        }
    }
}
