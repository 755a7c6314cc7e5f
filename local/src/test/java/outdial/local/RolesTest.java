package outdial.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outdial.local.aws.LocalCredentials;
import outdial.local.template.TemplateRejected;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A cloud that enforces roles, asked with the key of a function.
final class RolesTest {
    private static final Options OPTIONS =
            Options.of(Path.of("src/test/resources/toy/roles.yaml")).enforcingRoles();
    private static final Map<String, AttributeValue> ITEM = Map.of("id", AttributeValue.fromS("1"));

    private static LocalCloud cloud;

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(OPTIONS);
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void a_function_may_do_what_its_role_allows_and_nothing_else() {
        try (DynamoDbClient reader = as("Reader", DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()))
                .build()) {
            assertThatCode(() ->
                            reader.getItem(get -> get.tableName("roles-Things").key(ITEM)))
                    .doesNotThrowAnyException();
            assertThatExceptionOfType(DynamoDbException.class)
                    .isThrownBy(() ->
                            reader.putItem(put -> put.tableName("roles-Things").item(ITEM)))
                    .satisfies(refused -> {
                        assertThat(refused.statusCode()).isEqualTo(400);
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                    })
                    .withMessageStartingWith(
                            "User: arn:aws:sts::000000000000:assumed-role/roles-ReaderRole/roles-Reader is not"
                                    + " authorized to perform: dynamodb:PutItem on resource:"
                                    + " arn:aws:dynamodb:us-east-1:000000000000:table/roles-Things because");
        }
        assertThat(cloud.refusals()).anyMatch(refusal -> refusal.contains("dynamodb:PutItem"));
    }

    @Test
    void an_operator_may_do_everything() {
        try (DynamoDbClient operator = as("", DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()))
                .build()) {
            assertThatCode(() -> operator.putItem(
                            put -> put.tableName("roles-Things").item(ITEM)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void objects_are_refused_in_the_words_of_s3() {
        try (S3Client operator = s3("");
                S3Client reader = s3("Reader")) {
            operator.putObject(put -> put.bucket("roles-bucket").key("in/a"), RequestBody.fromString("a"));
            operator.putObject(put -> put.bucket("roles-bucket").key("out/a"), RequestBody.fromString("a"));

            assertThat(reader.getObjectAsBytes(get -> get.bucket("roles-bucket").key("in/a"))
                            .asUtf8String())
                    .isEqualTo("a");
            assertThatExceptionOfType(S3Exception.class)
                    .isThrownBy(() -> reader.getObjectAsBytes(
                            get -> get.bucket("roles-bucket").key("out/a")))
                    .satisfies(refused -> {
                        assertThat(refused.statusCode()).isEqualTo(403);
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                    })
                    .withMessageContaining("is not authorized to perform: s3:GetObject on resource:"
                            + " arn:aws:s3:::roles-bucket/out/a");
        }
    }

    @Test
    void who_may_not_list_a_bucket_does_not_learn_that_an_object_is_not_there() {
        try (S3Client operator = s3("");
                S3Client reader = s3("Reader")) {
            assertThatExceptionOfType(S3Exception.class)
                    .isThrownBy(() -> operator.headObject(
                            head -> head.bucket("roles-bucket").key("in/gone")))
                    .satisfies(missing -> assertThat(missing.statusCode()).isEqualTo(404));
            assertThatExceptionOfType(S3Exception.class)
                    .isThrownBy(() -> reader.headObject(
                            head -> head.bucket("roles-bucket").key("in/gone")))
                    .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void a_role_that_cannot_read_what_triggers_its_function_stops_the_start() {
        assertThatExceptionOfType(TemplateRejected.class)
                .isThrownBy(() -> LocalCloud.start(OPTIONS.with(Map.of("QueueAction", "sqs:SendMessage"))))
                .withMessageContaining("Reader: User: ")
                .withMessageContaining("is not authorized to perform: sqs:ReceiveMessage on resource:"
                        + " arn:aws:sqs:us-east-1:000000000000:roles-jobs");
    }

    private static S3Client s3(String function) {
        return as(
                        function,
                        S3Client.builder()
                                .httpClient(UrlConnectionHttpClient.create())
                                .forcePathStyle(true))
                .build();
    }

    /// @param function whose key is used; empty for an operator's
    private static <B extends AwsClientBuilder<B, C>, C> B as(String function, B builder) {
        URI endpoint = cloud.awsEndpoint();
        String key = function.isEmpty() ? LocalCredentials.ACCESS_KEY_ID : LocalCredentials.accessKeyIdOf(function);
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key, LocalCredentials.SECRET_ACCESS_KEY)));
    }
}
