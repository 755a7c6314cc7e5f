package outdial.functions.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import outdial.export.Export;
import outdial.export.ExportFiles;
import outdial.formats.csv.CsvWriter;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// `ExportFiles` as multipart uploads in an S3 bucket, below `exports/`, where a lifecycle rule removes them.
public final class S3Exports implements ExportFiles {
    private static final Duration LINK_GOOD_FOR = Duration.ofMinutes(15);

    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;

    public S3Exports(S3Client s3, S3Presigner presigner, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public String open(Export.Details details) {
        return s3.createMultipartUpload(
                        request -> request.bucket(bucket).key(key(details)).contentType(S3Reports.CSV))
                .uploadId();
    }

    @Override
    public void part(Export.Details details, String upload, int number, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        CsvWriter writer = new CsvWriter(text);
        rows.forEach(writer::row);
        s3.uploadPart(
                request -> request.bucket(bucket)
                        .key(key(details))
                        .uploadId(upload)
                        .partNumber(number),
                RequestBody.fromString(text.toString(), UTF_8));
    }

    @Override
    public void close(Export.Details details, String upload, int parts) {
        try {
            List<CompletedPart> written = s3
                    .listPartsPaginator(
                            request -> request.bucket(bucket).key(key(details)).uploadId(upload))
                    .parts()
                    .stream()
                    .filter(part -> part.partNumber() <= parts)
                    .map(part -> CompletedPart.builder()
                            .partNumber(part.partNumber())
                            .eTag(part.eTag())
                            .build())
                    .toList();
            s3.completeMultipartUpload(request -> request.bucket(bucket)
                    .key(key(details))
                    .uploadId(upload)
                    .multipartUpload(all -> all.parts(written)));
        } catch (NoSuchUploadException gone) {
            // Closed by a run that died before it was on record: then the file is there.
            s3.headObject(request -> request.bucket(bucket).key(key(details)));
        }
    }

    @Override
    public URI link(Export.Details details) {
        String name = details.selection().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return URI.create(presigner
                .presignGetObject(request -> request.signatureDuration(LINK_GOOD_FOR)
                        .getObjectRequest(get -> get.bucket(bucket)
                                .key(key(details))
                                .responseContentDisposition(
                                        "attachment; filename=\"" + name + "-" + details.id() + ".csv\"")))
                .url()
                .toExternalForm());
    }

    private static String key(Export.Details details) {
        return "exports/" + details.workspace() + "/" + details.id() + ".csv";
    }
}
