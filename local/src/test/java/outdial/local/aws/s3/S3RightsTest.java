package outdial.local.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outdial.local.aws.iam.Right;

final class S3RightsTest {
    @ParameterizedTest(name = "{0} {1} ?{2} needs {3}")
    @CsvSource(textBlock = """
            GET,    imports/a.csv, '',                  s3:GetObject
            HEAD,   imports/a.csv, '',                  s3:GetObject
            GET,    imports/a.csv, versionId,           s3:GetObjectVersion
            HEAD,   imports/a.csv, versionId,           s3:GetObjectVersion
            PUT,    imports/a.csv, '',                  s3:PutObject
            POST,   imports/a.csv, uploads,             s3:PutObject
            PUT,    imports/a.csv, uploadId partNumber, s3:PutObject
            POST,   imports/a.csv, uploadId,            s3:PutObject
            DELETE, imports/a.csv, uploadId,            s3:AbortMultipartUpload
            GET,    imports/a.csv, uploadId,            s3:ListMultipartUploadParts
            DELETE, imports/a.csv, '',                  s3:DeleteObject
            DELETE, imports/a.csv, versionId,           s3:DeleteObjectVersion
            """)
    void a_request_for_an_object_needs(String method, String key, String query, String action) {
        assertThat(S3Rights.of(wanted(method, key, query, Optional.empty())))
                .containsExactly(new Right(action, "arn:aws:s3:::lists/imports/a.csv"));
    }

    @ParameterizedTest(name = "{0} ?{1} needs {2}")
    @CsvSource({
        "GET, list-type, s3:ListBucket",
        "HEAD, '', s3:ListBucket",
        "GET, versions, s3:ListBucketVersions",
        "GET, uploads, s3:ListBucketMultipartUploads",
        "GET, location, s3:GetBucketLocation",
        "GET, versioning, s3:GetBucketVersioning",
        "PUT, versioning, s3:PutBucketVersioning",
        "PUT, '', s3:CreateBucket",
        "DELETE, '', s3:DeleteBucket",
        "POST, delete, s3:DeleteObject"
    })
    void a_request_for_a_bucket_needs(String method, String query, String action) {
        assertThat(S3Rights.of(wanted(method, "", query, Optional.empty())))
                .containsExactly(new Right(action, "arn:aws:s3:::lists"));
    }

    @Test
    void a_copy_needs_to_read_and_to_write() {
        assertThat(S3Rights.of(wanted("PUT", "b.csv", "", Optional.of("/mail/in%20box/a.csv?versionId=1"))))
                .containsExactly(
                        new Right("s3:GetObjectVersion", "arn:aws:s3:::mail/in box/a.csv"),
                        new Right("s3:PutObject", "arn:aws:s3:::lists/b.csv"));
    }

    private static S3Rights.Wanted wanted(String method, String key, String query, Optional<String> copySource) {
        Map<String, String> parameters = Arrays.stream(query.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toMap(name -> name, name -> "1"));
        return new S3Rights.Wanted(method, "lists", key, parameters, copySource);
    }
}
