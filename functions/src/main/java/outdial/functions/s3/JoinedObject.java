package outdial.functions.s3;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// Writes one object from many pieces without holding more than two of them: small ones by one PUT, others as a
/// multipart upload. Nothing is there until it is finished.
final class JoinedObject extends OutputStream {
    /// S3 takes parts from 5 MiB, and 10,000 of them.
    private static final int PART = 8 * 1024 * 1024;

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final List<CompletedPart> parts = new ArrayList<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String upload = "";
    private boolean finished;

    JoinedObject(S3Client s3, String bucket, String key) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        pending.write(bytes, from, count);
        if (pending.size() >= PART) sendPart();
    }

    void finish() {
        if (upload.isEmpty()) {
            s3.putObject(
                    request -> request.bucket(bucket).key(key).contentType(S3Reports.CSV),
                    RequestBody.fromBytes(pending.toByteArray()));
        } else {
            if (pending.size() > 0) sendPart();
            s3.completeMultipartUpload(request ->
                    request.bucket(bucket).key(key).uploadId(upload).multipartUpload(done -> done.parts(parts)));
        }
        finished = true;
    }

    private void sendPart() {
        if (upload.isEmpty()) {
            upload = s3.createMultipartUpload(
                            request -> request.bucket(bucket).key(key).contentType(S3Reports.CSV))
                    .uploadId();
        }
        int number = parts.size() + 1;
        String etag = s3.uploadPart(
                        request ->
                                request.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                        RequestBody.fromBytes(pending.toByteArray()))
                .eTag();
        parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
        pending.reset();
    }

    @Override
    public void close() {
        if (!finished && !upload.isEmpty()) {
            s3.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(upload));
        }
    }
}
