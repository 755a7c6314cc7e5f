package outdial.functions;

import java.net.URI;
import java.time.Duration;
import outdial.functions.connect.ConnectApi;
import outdial.functions.events.EventBus;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Builds AWS clients from the environment: region, credentials and, where AWS's standard variables
/// `AWS_ENDPOINT_URL_…` name one, another endpoint.
final class Clients {
    /// Longer than a carrier ever took to take a call, shorter than the dialer's own time-out (15 s).
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final Environment environment;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    Clients(Environment environment) {
        this.environment = environment;
    }

    DynamoDbClient dynamoDb() {
        return configured(DynamoDbClient.builder().httpClient(http), "DYNAMODB").build();
    }

    SqsClient sqs() {
        return configured(SqsClient.builder().httpClient(http), "SQS").build();
    }

    S3Client s3() {
        return configured(S3Client.builder().httpClient(http).forcePathStyle(hasEndpoint("S3")), "S3")
                .build();
    }

    S3Presigner presigner() {
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(region())
                .credentialsProvider(credentials())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(hasEndpoint("S3"))
                        .build());
        environment.optional("AWS_ENDPOINT_URL_S3").map(URI::create).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    SesV2Client ses() {
        return configured(SesV2Client.builder().httpClient(http), "SESV2").build();
    }

    /// Never retries: CreateSipMediaApplicationCall has no idempotency token, and a second request may ring a
    /// second time.
    ChimeSdkVoiceClient chime() {
        ClientOverrideConfiguration once = ClientOverrideConfiguration.builder()
                .retryStrategy(DefaultRetryStrategy.doNotRetry())
                .apiCallTimeout(CALL_TIMEOUT)
                .apiCallAttemptTimeout(CALL_TIMEOUT)
                .build();
        return configured(ChimeSdkVoiceClient.builder().httpClient(http).overrideConfiguration(once), "CHIME_SDK_VOICE")
                .build();
    }

    /// Asks once, whatever becomes of it.
    ConnectApi connect() {
        ConnectApi.Place usual = ConnectApi.Place.of(region().id());
        ConnectApi.Place place = environment
                .optional("AWS_ENDPOINT_URL_CONNECT")
                .map(endpoint -> new ConnectApi.Place(usual.region(), URI.create(endpoint)))
                .orElse(usual);
        SdkHttpClient once = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(CALL_TIMEOUT)
                .build();
        return new ConnectApi(once, credentials(), place);
    }

    EventBus eventBus(String name) {
        URI endpoint = environment
                .optional("AWS_ENDPOINT_URL_EVENTBRIDGE")
                .map(URI::create)
                .orElseGet(() -> EventBus.Place.usual(region().id()));
        return new EventBus(http, credentials(), new EventBus.Place(name, region().id(), endpoint));
    }

    private <B extends AwsClientBuilder<B, C>, C> B configured(B builder, String service) {
        environment.optional("AWS_ENDPOINT_URL_" + service).map(URI::create).ifPresent(builder::endpointOverride);
        return builder.region(region()).credentialsProvider(credentials());
    }

    private boolean hasEndpoint(String service) {
        return environment.optional("AWS_ENDPOINT_URL_" + service).isPresent();
    }

    private Region region() {
        return Region.of(environment.required("AWS_REGION"));
    }

    /// Long-lived keys come as variables; on Lambda credentials are temporary and the default chain renews them.
    private AwsCredentialsProvider credentials() {
        boolean longLived = environment.optional("AWS_ACCESS_KEY_ID").isPresent()
                && environment.optional("AWS_SESSION_TOKEN").isEmpty();
        if (!longLived) return DefaultCredentialsProvider.builder().build();
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                environment.required("AWS_ACCESS_KEY_ID"), environment.required("AWS_SECRET_ACCESS_KEY")));
    }
}
