package outdial.local.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import outdial.local.aws.AwsService;
import outdial.local.lambda.Attachment;
import outdial.local.lambda.Invoker;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;

/// As much of the local cloud as a phone network plugs into: one function and one AWS service on a port.
final class ToyCloud implements Attachment.Socket, AutoCloseable {
    private final Invoker function;
    private final Clock clock;
    private final List<String> open;
    private final HttpServer server;

    ToyCloud(Invoker function, Clock clock) throws IOException {
        this(function, clock, List.of("CallFlow"));
    }

    ToyCloud(Invoker function, Clock clock, List<String> open) throws IOException {
        this.open = open;
        this.function = function;
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /// A client as the functions build it: never asks twice.
    ChimeSdkVoiceClient client() {
        return ChimeSdkVoiceClient.builder()
                .endpointOverride(
                        URI.create("http://localhost:" + server.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override ->
                        override.retryStrategy(RetryMode.STANDARD).retryStrategy(strategy -> strategy.maxAttempts(1)))
                .build();
    }

    @Override
    public Invoker invoker() {
        return function;
    }

    @Override
    public List<String> functionsOpenTo(String servicePrincipal) {
        return servicePrincipal.equals("voiceconnector.chime.amazonaws.com") ? open : List.of();
    }

    @Override
    public void route(String signingName, AwsService service) {
        server.createContext("/", exchange -> {
            try (exchange) {
                String signature = exchange.getRequestHeaders().getFirst("Authorization");
                if (signature != null && signature.contains("/us-east-1/" + signingName + "/aws4_request")) {
                    service.handle(exchange, exchange.getRequestBody().readAllBytes());
                }
            }
        });
    }

    @Override
    public String parameter(String name) {
        return switch (name) {
            case "SipMediaApplicationId" -> "app";
            case "CarrierCallsPerSecond" -> "1000";
            case "CarrierActiveCalls" -> "500";
            case "CallDetailRecordsBucket" -> "";
            default -> throw new IllegalArgumentException("no parameter " + name);
        };
    }

    @Override
    public Path beside(String file) {
        return Path.of("..").resolve(file);
    }

    @Override
    public void publish(String source, String detailType, List<String> resources, JsonNode detail) {
        throw new UnsupportedOperationException("nobody listens to events of " + source);
    }

    @Override
    public BiConsumer<String, byte[]> bucket(String name) {
        throw new UnsupportedOperationException("nobody keeps objects in " + name);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
