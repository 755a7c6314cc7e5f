package outdial.functions.s3;

import java.net.URI;
import java.time.Duration;
import outdial.imports.Details;
import outdial.imports.Links;
import outdial.imports.Uploads;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// `Links` as presigned addresses of S3.
public final class S3Links implements Links {
    private final S3Presigner presigner;
    private final String bucket;

    public S3Links(S3Presigner presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public URI upload(Details details, Duration goodFor) {
        return URI.create(presigner
                .presignPutObject(request -> request.signatureDuration(goodFor)
                        .putObjectRequest(put -> put.bucket(bucket).key(Uploads.path(details))))
                .url()
                .toExternalForm());
    }

    @Override
    public URI report(Details details, Duration goodFor) {
        return URI.create(presigner
                .presignGetObject(request -> request.signatureDuration(goodFor)
                        .getObjectRequest(get -> get.bucket(bucket)
                                .key(ReportKeys.report(details))
                                .responseContentDisposition(
                                        "attachment; filename=\"report-" + details.id() + ".csv\"")))
                .url()
                .toExternalForm());
    }
}
