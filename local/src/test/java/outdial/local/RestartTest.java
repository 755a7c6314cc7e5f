package outdial.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outdial.local.toy.Recorder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

final class RestartTest {
    @TempDir
    Path data;

    @Test
    void what_was_kept_is_there_after_a_power_cut_and_the_stream_goes_on_where_it_was() throws IOException {
        List<String> followed = Recorder.of("restart", "Follower");
        LocalCloud first = LocalCloud.start(Toy.options("restart").keptIn(data));
        put(first, "before");
        drop(first, "in/list.csv", "one");
        drop(first, "in/list.csv", "two");
        Eventually.is(() -> List.copyOf(followed), List.of("INSERT before"));
        first.kill();

        try (LocalCloud second = LocalCloud.start(Toy.options("restart").keptIn(data))) {
            put(second, "after");

            Eventually.is(() -> followed.contains("INSERT after"), true);
            try (DynamoDbClient tables = second.clients().dynamoDb();
                    S3Client s3 = second.clients().s3()) {
                assertThat(tables.scan(scan -> scan.tableName("restart-Things")).count())
                        .isEqualTo(2);
                assertThat(s3.getObjectAsBytes(
                                        get -> get.bucket("restart-bucket").key("in/list.csv"))
                                .asUtf8String())
                        .isEqualTo("two");
                assertThat(s3.listObjectVersions(list -> list.bucket("restart-bucket"))
                                .versions())
                        .extracting(ObjectVersion::isLatest)
                        .containsExactly(true, false);
            }
        }
        // Once more at most: the power may go after a batch was handled and before that was noted.
        assertThat(followed.stream().filter("INSERT before"::equals).count()).isLessThanOrEqualTo(2);
    }

    @Test
    void clouds_side_by_side_know_nothing_of_each_other() throws IOException {
        try (LocalCloud one = LocalCloud.start(Toy.options("same"));
                LocalCloud other = LocalCloud.start(Toy.options("same"))) {
            put(one, "mine");

            try (DynamoDbClient tables = other.clients().dynamoDb()) {
                assertThat(tables.scan(scan -> scan.tableName("same-Things")).count())
                        .isZero();
            }
        }
    }

    private static void put(LocalCloud cloud, String id) {
        try (DynamoDbClient tables = cloud.clients().dynamoDb()) {
            tables.putItem(item -> item.tableName(cloud.environmentOf("Echo").get("TABLE"))
                    .item(Map.of("id", AttributeValue.fromS(id), "colour", AttributeValue.fromS("red"))));
        }
    }

    private static void drop(LocalCloud cloud, String key, String content) {
        try (S3Client s3 = cloud.clients().s3()) {
            s3.putObject(put -> put.bucket("restart-bucket").key(key), RequestBody.fromString(content));
        }
    }
}
