package outdial.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

final class S3Test {
    private static final String PLAIN = "s3-plain";
    private static final String VERSIONED = "s3-bucket";

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.EPOCH);
    private static LocalCloud cloud;
    private static S3Client s3;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        NOW.set(Instant.now());
        cloud = LocalCloud.start(Toy.options("s3").at(new SetClock()));
        s3 = cloud.clients().s3();
    }

    @AfterAll
    static void stop() {
        s3.close();
        cloud.close();
    }

    @Test
    void an_object_comes_back_with_all_that_was_said_of_it() {
        s3.putObject(
                put -> put.bucket(PLAIN)
                        .key("dir/ü +&.txt")
                        .contentType("text/csv")
                        .cacheControl("no-store")
                        .contentDisposition("attachment")
                        .metadata(Map.of("owner", "ada")),
                RequestBody.fromString("hello"));

        ResponseBytes<GetObjectResponse> object = get(PLAIN, "dir/ü +&.txt");

        assertThat(object.asUtf8String()).isEqualTo("hello");
        assertThat(object.response().contentType()).isEqualTo("text/csv");
        assertThat(object.response().cacheControl()).isEqualTo("no-store");
        assertThat(object.response().contentEncoding()).isNull();
        assertThat(object.response().metadata()).isEqualTo(Map.of("owner", "ada"));
        assertThat(object.response().eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
        assertThat(s3.headObject(head -> head.bucket(PLAIN).key("dir/ü +&.txt")).contentLength())
                .isEqualTo(5);
    }

    @Test
    void an_empty_object_is_an_object() {
        put(PLAIN, "empty", "");

        assertThat(get(PLAIN, "empty").asUtf8String()).isEmpty();
    }

    @Test
    void what_is_not_there_is_said_to_be_so() {
        assertThatThrownBy(() -> get(PLAIN, "nothing")).isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> get("no-such-bucket", "x")).hasMessageContaining("bucket does not exist");
    }

    @Test
    void a_part_of_an_object_can_be_read() {
        put(PLAIN, "digits", "0123456789");

        assertThat(range("bytes=2-4")).isEqualTo("234");
        assertThat(range("bytes=7-")).isEqualTo("789");
        assertThat(range("bytes=-2")).isEqualTo("89");
        assertThat(range("bytes=5-99")).isEqualTo("56789");
        assertThatThrownBy(() -> range("bytes=10-12")).satisfies(failure -> status(failure, 416));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "SHA1", "SHA256"})
    void a_checksum_is_checked_and_kept(ChecksumAlgorithm algorithm) {
        s3.putObject(
                put -> put.bucket(PLAIN).key("checked").checksumAlgorithm(algorithm), RequestBody.fromString("hello"));

        GetObjectResponse response = s3.getObjectAsBytes(
                        get -> get.bucket(PLAIN).key("checked").checksumMode(ChecksumMode.ENABLED))
                .response();

        assertThat(response.checksumCRC32() + response.checksumSHA1() + response.checksumSHA256())
                .isNotEqualTo("nullnullnull");
    }

    /// The check value of CRC-64/NVME in the catalogue of parametrised CRC algorithms is that of `123456789`.
    @Test
    void a_wrong_checksum_refuses_the_object_and_the_right_one_does_not() throws Exception {
        assertThat(putWithChecksum("x-amz-checksum-crc64nvme", "rosUhgp5mIg=").statusCode())
                .isEqualTo(200);
        assertThat(putWithChecksum("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=").body())
                .contains("<Code>BadDigest</Code>");
        assertThat(putWithChecksum("x-amz-checksum-crc32c", "4waSgw==").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_object_is_written_only_if_its_condition_holds() {
        String etag = put(PLAIN, "conditional", "one");

        assertThatThrownBy(() -> s3.putObject(
                        put -> put.bucket(PLAIN).key("conditional").ifNoneMatch("*"), RequestBody.fromString("two")))
                .satisfies(failure -> status(failure, 412));
        assertThatThrownBy(() -> s3.putObject(
                        put -> put.bucket(PLAIN).key("conditional").ifMatch("\"other\""),
                        RequestBody.fromString("two")))
                .satisfies(failure -> status(failure, 412));
        s3.putObject(put -> put.bucket(PLAIN).key("conditional").ifMatch(etag), RequestBody.fromString("two"));

        assertThat(get(PLAIN, "conditional").asUtf8String()).isEqualTo("two");
        assertThatThrownBy(() -> s3.getObjectAsBytes(
                        get -> get.bucket(PLAIN).key("conditional").ifMatch(etag)))
                .satisfies(failure -> status(failure, 412));
    }

    @Test
    void a_bucket_with_versions_forgets_nothing() {
        String first = s3.putObject(put -> put.bucket(VERSIONED).key("v/a"), RequestBody.fromString("1"))
                .versionId();
        String second = s3.putObject(put -> put.bucket(VERSIONED).key("v/a"), RequestBody.fromString("2"))
                .versionId();
        s3.deleteObject(delete -> delete.bucket(VERSIONED).key("v/a"));

        assertThatThrownBy(() -> get(VERSIONED, "v/a")).isInstanceOf(NoSuchKeyException.class);
        assertThat(version("v/a", first)).isEqualTo("1");
        assertThat(version("v/a", second)).isEqualTo("2");
        var listed = s3.listObjectVersions(list -> list.bucket(VERSIONED).prefix("v/a"));
        assertThat(listed.versions()).extracting(ObjectVersion::versionId).containsExactly(second, first);
        assertThat(listed.deleteMarkers())
                .extracting(DeleteMarkerEntry::isLatest)
                .containsExactly(true);
        s3.deleteObject(delete -> delete.bucket(VERSIONED)
                .key("v/a")
                .versionId(listed.deleteMarkers().getFirst().versionId()));
        assertThat(get(VERSIONED, "v/a").asUtf8String()).isEqualTo("2");
    }

    @Test
    void an_object_in_parts_is_one_object() throws IOException {
        byte[] content = new byte[5 * 1024 * 1024 + 1000];
        new Random(1).nextBytes(content);
        String id = s3.createMultipartUpload(
                        create -> create.bucket(PLAIN).key("big").contentType("text/csv"))
                .uploadId();
        List<CompletedPart> parts = new ArrayList<>();
        int[] cuts = {0, 5 * 1024 * 1024, content.length};
        for (int i = 1; i <= 2; i++) {
            int number = i;
            byte[] bytes = Arrays.copyOfRange(content, cuts[i - 1], cuts[i]);
            String etag = s3.uploadPart(
                            part -> part.bucket(PLAIN).key("big").uploadId(id).partNumber(number),
                            RequestBody.fromBytes(bytes))
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
        }

        String etag = s3.completeMultipartUpload(complete ->
                        complete.bucket(PLAIN).key("big").uploadId(id).multipartUpload(upload -> upload.parts(parts)))
                .eTag();

        assertThat(etag).endsWith("-2\"");
        assertThat(get(PLAIN, "big").asByteArray()).isEqualTo(content);
        assertThat(get(PLAIN, "big").response().contentType()).isEqualTo("text/csv");
        s3.copyObject(copy -> copy.sourceBucket(PLAIN)
                .sourceKey("big")
                .destinationBucket(VERSIONED)
                .destinationKey("copied"));
        assertThat(get(VERSIONED, "copied").asByteArray()).isEqualTo(content);
    }

    @Test
    void a_copy_keeps_or_replaces_what_is_said_of_the_object() {
        s3.putObject(
                put -> put.bucket(PLAIN).key("source").metadata(Map.of("a", "1")), RequestBody.fromString("content"));

        s3.copyObject(copy -> copy.sourceBucket(PLAIN)
                .sourceKey("source")
                .destinationBucket(PLAIN)
                .destinationKey("kept"));
        s3.copyObject(copy -> copy.sourceBucket(PLAIN)
                .sourceKey("source")
                .destinationBucket(PLAIN)
                .destinationKey("replaced")
                .metadataDirective(MetadataDirective.REPLACE)
                .metadata(Map.of("b", "2")));

        assertThat(get(PLAIN, "kept").response().metadata()).isEqualTo(Map.of("a", "1"));
        assertThat(get(PLAIN, "replaced").response().metadata()).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void a_listing_comes_in_pages_with_folders() {
        List<String> keys = IntStream.range(0, 25)
                .mapToObj(i -> "list/%02d/file".formatted(i))
                .toList();
        keys.forEach(key -> put(PLAIN, key, "x"));
        put(PLAIN, "list/top", "x");

        List<String> paged =
                s3
                        .listObjectsV2Paginator(
                                list -> list.bucket(PLAIN).prefix("list/").maxKeys(10))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .toList();
        ListObjectsV2Response folders = s3.listObjectsV2(
                list -> list.bucket(PLAIN).prefix("list/").delimiter("/").maxKeys(20));
        ListObjectsV2Response rest = s3.listObjectsV2(list ->
                list.bucket(PLAIN).prefix("list/").delimiter("/").continuationToken(folders.nextContinuationToken()));

        assertThat(paged).hasSize(26).startsWith("list/00/file").endsWith("list/top");
        assertThat(folders.commonPrefixes()).hasSize(20);
        assertThat(rest.commonPrefixes()).hasSize(5);
        assertThat(rest.contents()).extracting(S3Object::key).containsExactly("list/top");
        assertThat(s3.listObjects(list -> list.bucket(PLAIN).prefix("list/").marker("list/23/file"))
                        .contents())
                .hasSize(2);
    }

    @Test
    void a_presigned_address_works_until_it_expires_and_only_as_it_was_signed() throws Exception {
        NOW.set(Instant.now());
        URI put;
        URI get;
        try (S3Presigner presigner = cloud.clients().presigner()) {
            put = presigner
                    .presignPutObject(request -> request.signatureDuration(Duration.ofMinutes(10))
                            .putObjectRequest(object ->
                                    object.bucket(PLAIN).key("up load.csv").contentType("text/csv")))
                    .url()
                    .toURI();
            get = presigner
                    .presignGetObject(request -> request.signatureDuration(Duration.ofMinutes(10))
                            .getObjectRequest(object -> object.bucket(PLAIN)
                                    .key("up load.csv")
                                    .responseContentDisposition("attachment; filename=\"a.csv\"")))
                    .url()
                    .toURI();
        }
        HttpRequest.Builder upload =
                HttpRequest.newBuilder(put).header("Content-Type", "text/csv").PUT(BodyPublishers.ofString("name"));

        assertThat(send(upload).statusCode()).isEqualTo(200);
        HttpResponse<String> download = send(HttpRequest.newBuilder(get));
        assertThat(download.body()).isEqualTo("name");
        assertThat(download.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"a.csv\"");
        URI forged = URI.create(get.toString().replace("load.csv", "other.csv"));
        assertThat(send(HttpRequest.newBuilder(forged)).body()).contains("<Code>SignatureDoesNotMatch</Code>");
        NOW.set(Instant.now().plus(Duration.ofMinutes(11)));
        HttpResponse<String> late = send(HttpRequest.newBuilder(get));
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("Request has expired");
    }

    @Test
    void a_browser_may_do_what_the_bucket_allows_its_origin() throws Exception {
        HttpResponse<String> known = send(preflight("http://console.example.com", "content-type"));
        HttpResponse<String> stranger = send(preflight("http://evil.example.com", "content-type"));
        HttpResponse<String> header = send(preflight("http://console.example.com", "x-secret"));

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.headers().firstValue("Access-Control-Allow-Origin")).contains("http://console.example.com");
        assertThat(known.headers().firstValue("Access-Control-Expose-Headers")).contains("ETag");
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(header.statusCode()).isEqualTo(403);
    }

    @Test
    void many_objects_are_deleted_at_once() {
        put(PLAIN, "gone/1", "x");
        put(PLAIN, "gone/2", "x");

        s3.deleteObjects(delete -> delete.bucket(PLAIN)
                .delete(what -> what.objects(List.of(
                        software.amazon.awssdk.services.s3.model.ObjectIdentifier.builder()
                                .key("gone/1")
                                .build(),
                        software.amazon.awssdk.services.s3.model.ObjectIdentifier.builder()
                                .key("gone/2")
                                .build()))));

        assertThat(s3.listObjectsV2(list -> list.bucket(PLAIN).prefix("gone/")).contents())
                .isEmpty();
    }

    @Test
    void what_the_server_does_not_know_is_refused_by_name() {
        assertThatThrownBy(() -> s3.getObjectTagging(get -> get.bucket(PLAIN).key("x")))
                .hasMessageContaining("does not know tagging")
                .satisfies(failure -> status(failure, 501));
    }

    private static HttpRequest.Builder preflight(String origin, String header) {
        return HttpRequest.newBuilder(cloud.awsEndpoint().resolve("/" + VERSIONED + "/in/list.csv"))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", header)
                .method("OPTIONS", BodyPublishers.noBody());
    }

    private HttpResponse<String> putWithChecksum(String header, String value) throws Exception {
        return send(HttpRequest.newBuilder(cloud.awsEndpoint().resolve("/" + PLAIN + "/sum"))
                .header(header, value)
                .PUT(BodyPublishers.ofByteArray("123456789".getBytes(UTF_8))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String put(String bucket, String key, String content) {
        return s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(content))
                .eTag();
    }

    private static ResponseBytes<GetObjectResponse> get(String bucket, String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key));
    }

    private static String version(String key, String versionId) {
        return s3.getObjectAsBytes(get -> get.bucket(VERSIONED).key(key).versionId(versionId))
                .asUtf8String();
    }

    private static String range(String range) {
        return s3.getObjectAsBytes(get -> get.bucket(PLAIN).key("digits").range(range))
                .asUtf8String();
    }

    private static void status(Throwable failure, int expected) {
        assertThat(((S3Exception) failure).statusCode()).isEqualTo(expected);
    }

    private static final class SetClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return NOW.get();
        }
    }
}
