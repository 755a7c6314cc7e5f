package outdial.local;

import java.net.URI;
import outdial.local.aws.LocalCredentials;
import outdial.local.lambda.Endpoints;
import outdial.local.template.Account;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// AWS SDK clients for one local cloud, made when asked for; the caller closes them, or lets the cloud's end do it.
public final class Clients {
    private static final StaticCredentialsProvider CREDENTIALS = StaticCredentialsProvider.create(
            AwsBasicCredentials.create(LocalCredentials.ACCESS_KEY_ID, LocalCredentials.SECRET_ACCESS_KEY));
    private static final Region REGION = Region.of(Account.LOCAL_REGION);

    private final Endpoints endpoints;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    Clients(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    public DynamoDbClient dynamoDb() {
        return configured(DynamoDbClient.builder().httpClient(http), endpoints.dynamoDb())
                .build();
    }

    public SqsClient sqs() {
        return configured(SqsClient.builder().httpClient(http), endpoints.sqs()).build();
    }

    public S3Client s3() {
        return configured(S3Client.builder().httpClient(http).forcePathStyle(true), endpoints.gateway())
                .build();
    }

    public S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(endpoints.gateway())
                .credentialsProvider(CREDENTIALS)
                .region(REGION)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    public SesV2Client ses() {
        return configured(SesV2Client.builder().httpClient(http), endpoints.gateway())
                .build();
    }

    public EventBridgeClient events() {
        return configured(EventBridgeClient.builder().httpClient(http), endpoints.gateway())
                .build();
    }

    private static <B extends AwsClientBuilder<B, C>, C> B configured(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .credentialsProvider(CREDENTIALS)
                .region(REGION);
    }
}
