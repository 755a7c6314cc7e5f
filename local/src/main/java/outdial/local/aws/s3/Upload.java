package outdial.local.aws.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Bytes that a request brought to disk, found to be complete and unharmed.
///
/// @param etag MD5 in hexadecimal
/// @param checksums as headers
record Upload(Path bytes, String etag, Map<String, String> checksums) {
    private static final int BUFFER_BYTES = 64 * 1024;

    /// Streams the body to a file; leaves none behind if something is wrong with it.
    static Upload receive(S3Request request, Path target) throws IOException {
        try {
            return receiveInto(request, target);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    private static Upload receiveInto(S3Request request, Path target) throws IOException {
        MessageDigest md5 = Checksums.digest("MD5");
        Map<String, Checksums.Running> checksums = Checksums.in(request);
        Optional<ChunkedBody> chunked =
                isChunked(request) ? Optional.of(new ChunkedBody(request.body())) : Optional.empty();
        InputStream body = chunked.isPresent() ? chunked.get() : request.body();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                int length = read;
                out.write(buffer, 0, length);
                md5.update(buffer, 0, length);
                checksums.values().forEach(checksum -> checksum.update(buffer, length));
                size += length;
            }
        }
        checkLength(request, size);
        byte[] digest = md5.digest();
        checkMd5(request, digest);
        Map<String, String> trailers = chunked.map(ChunkedBody::trailers).orElse(Map.of());
        return new Upload(target, HexFormat.of().formatHex(digest), Checksums.verified(request, checksums, trailers));
    }

    private static boolean isChunked(S3Request request) {
        return request.header("x-amz-content-sha256").orElse("").startsWith("STREAMING-")
                || request.header("Content-Encoding").orElse("").contains("aws-chunked");
    }

    private static void checkLength(S3Request request, long size) {
        String promised = request.header("x-amz-decoded-content-length")
                .or(() -> request.header("Content-Length"))
                .orElse(Long.toString(size));
        if (!promised.equals(Long.toString(size))) {
            throw S3Failure.of(
                    400, "IncompleteBody", "You did not provide the number of bytes specified by Content-Length");
        }
    }

    private static void checkMd5(S3Request request, byte[] digest) {
        String sent = request.header("Content-MD5").orElse("");
        if (!sent.isEmpty() && !sent.equals(Base64.getEncoder().encodeToString(digest))) {
            throw S3Failure.of(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
        }
    }
}
