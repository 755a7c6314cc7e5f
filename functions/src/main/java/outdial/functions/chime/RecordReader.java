package outdial.functions.chime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import outdial.functions.json.Json;
import software.amazon.awssdk.services.s3.S3Client;

/// Takes call detail records out of the bucket that the Chime SDK puts them in, usually one to an object.
public final class RecordReader {
    private final S3Client s3;
    private final CallDetails details;

    public RecordReader(S3Client s3, CallDetails details) {
        this.s3 = s3;
        this.details = details;
    }

    /// May be repeated.
    ///
    /// @throws IllegalArgumentException the object is no call detail record
    public void take(String bucket, String key) {
        try (InputStream bytes = s3.getObject(get -> get.bucket(bucket).key(key))) {
            Json.trees(bytes).stream()
                    .map(CallDetail::of)
                    .flatMap(Optional::stream)
                    .forEach(details::note);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
