package outdial.local.aws.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.w3c.dom.Element;

/// Uploads in parts. An unfinished one is forgotten when the cloud stops.
final class Multipart {
    /// Every part but the last has at least this size.
    private static final long SMALLEST_PART_BYTES = 5L * 1024 * 1024;

    private static final int MOST_PARTS = 10_000;

    private record Part(Path bytes, String etag, long size, Instant modified) {}

    private record Pending(
            String bucket,
            String key,
            Instant initiated,
            Map<String, String> headers,
            NavigableMap<Integer, Part> parts) {}

    private final Map<String, Pending> uploads = new ConcurrentHashMap<>();
    private final Buckets buckets;
    private final Announcements announcements;
    private final Clock clock;

    Multipart(Buckets buckets, Announcements announcements, Clock clock) {
        this.buckets = buckets;
        this.announcements = announcements;
        this.clock = clock;
    }

    S3Reply begin(S3Request request) {
        String bucket = buckets.named(request.bucket()).name();
        String id = UUID.randomUUID().toString();
        uploads.put(
                id,
                new Pending(
                        bucket,
                        request.key(),
                        clock.instant(),
                        ObjectCalls.keptHeaders(request),
                        new ConcurrentSkipListMap<>()));
        return S3Reply.xml(Xml.document(
                "InitiateMultipartUploadResult",
                xml -> xml.add("Bucket", bucket).add("Key", request.key()).add("UploadId", id)));
    }

    S3Reply put(S3Request request) throws IOException {
        int number = partNumber(request);
        Pending pending = pending(request);
        Upload upload = Upload.receive(request, buckets.named(pending.bucket()).newFile());
        add(pending, number, new Part(upload.bytes(), upload.etag(), Files.size(upload.bytes()), clock.instant()));
        return S3Reply.empty(200).with("ETag", quoted(upload.etag())).with(upload.checksums());
    }

    S3Reply copy(S3Request request) throws IOException {
        int number = partNumber(request);
        Pending pending = pending(request);
        CopySource source = CopySource.of(request, buckets);
        ByteRange range = request.header("x-amz-copy-source-range")
                .flatMap(header -> ByteRange.of(header, source.object().size()))
                .orElse(new ByteRange(0, source.object().size() - 1));
        Path bytes = buckets.named(pending.bucket()).newFile();
        MessageDigest md5 = Checksums.digest("MD5");
        try (InputStream in = Files.newInputStream(source.file());
                OutputStream out = new java.security.DigestOutputStream(Files.newOutputStream(bytes), md5)) {
            in.skipNBytes(range.first());
            long left = range.length();
            byte[] buffer = new byte[64 * 1024];
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        Part part = new Part(bytes, HexFormat.of().formatHex(md5.digest()), range.length(), clock.instant());
        add(pending, number, part);
        return S3Reply.xml(Xml.document(
                "CopyPartResult", xml -> xml.add("ETag", quoted(part.etag())).add("LastModified", part.modified())));
    }

    S3Reply complete(S3Request request) throws IOException {
        Pending pending = pending(request);
        List<Part> parts = chosen(pending, Xml.elements(request.body(), "Part"));
        StoredBucket bucket = buckets.named(pending.bucket());
        Path whole = bucket.newFile();
        MessageDigest md5 = Checksums.digest("MD5");
        try (OutputStream out = Files.newOutputStream(whole, StandardOpenOption.CREATE_NEW)) {
            for (Part part : parts) {
                Files.copy(part.bytes(), out);
                md5.update(HexFormat.of().parseHex(part.etag()));
            }
        }
        String etag = HexFormat.of().formatHex(md5.digest()) + "-" + parts.size();
        StoredObject object = ObjectCalls.commit(
                bucket, new StoredBucket.Draft(pending.key(), whole, etag, pending.headers()), request);
        forget(request);
        announcements.created(bucket, object, "CompleteMultipartUpload");
        return S3Reply.xml(Xml.document(
                        "CompleteMultipartUploadResult",
                        xml -> xml.add("Bucket", bucket.name())
                                .add("Key", pending.key())
                                .add("ETag", object.quotedEtag())))
                .with(ObjectCalls.versionHeader(object));
    }

    S3Reply abort(S3Request request) throws IOException {
        pending(request);
        forget(request);
        return S3Reply.empty(204);
    }

    S3Reply listParts(S3Request request) {
        Pending pending = pending(request);
        return S3Reply.xml(Xml.document("ListPartsResult", xml -> {
            xml.add("Bucket", pending.bucket()).add("Key", pending.key()).add("IsTruncated", false);
            xml.add("UploadId", request.parameter("uploadId").orElse(""));
            pending.parts()
                    .forEach((number, part) -> xml.nest(
                            "Part",
                            one -> one.add("PartNumber", number)
                                    .add("ETag", quoted(part.etag()))
                                    .add("Size", part.size())
                                    .add("LastModified", part.modified())));
        }));
    }

    S3Reply list(S3Request request) {
        String bucket = buckets.named(request.bucket()).name();
        return S3Reply.xml(Xml.document("ListMultipartUploadsResult", xml -> {
            xml.add("Bucket", bucket).add("IsTruncated", false);
            uploads.forEach((id, pending) -> {
                if (pending.bucket().equals(bucket)) {
                    xml.nest(
                            "Upload",
                            one -> one.add("Key", pending.key())
                                    .add("UploadId", id)
                                    .add("Initiated", pending.initiated()));
                }
            });
        }));
    }

    private static List<Part> chosen(Pending pending, List<Element> listed) {
        List<Part> parts = listed.stream()
                .map(element -> Optional.ofNullable(
                                pending.parts().get(Integer.parseInt(Xml.text(element, "PartNumber"))))
                        .filter(part ->
                                part.etag().equals(Xml.text(element, "ETag").replace("\"", "")))
                        .orElseThrow(() -> S3Failure.of(
                                400, "InvalidPart", "One or more of the specified parts could not be found.")))
                .toList();
        List<Integer> numbers = listed.stream()
                .map(element -> Integer.valueOf(Xml.text(element, "PartNumber")))
                .toList();
        if (parts.isEmpty()
                || !numbers.equals(numbers.stream().sorted().distinct().toList())) {
            throw S3Failure.of(400, "InvalidPartOrder", "The list of parts was not in ascending order.");
        }
        if (parts.stream().limit(parts.size() - 1L).anyMatch(part -> part.size() < SMALLEST_PART_BYTES)) {
            throw S3Failure.of(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
        }
        return parts;
    }

    private static void add(Pending pending, int number, Part part) throws IOException {
        Part replaced = pending.parts().put(number, part);
        if (replaced != null) {
            Files.deleteIfExists(replaced.bytes());
        }
    }

    private void forget(S3Request request) throws IOException {
        Pending pending = uploads.remove(request.parameter("uploadId").orElse(""));
        if (pending != null) {
            for (Part part : pending.parts().values()) {
                Files.deleteIfExists(part.bytes());
            }
        }
    }

    private Pending pending(S3Request request) {
        return request.parameter("uploadId")
                .flatMap(id -> Optional.ofNullable(uploads.get(id)))
                .filter(pending -> pending.bucket().equals(request.bucket())
                        && pending.key().equals(request.key()))
                .orElseThrow(() -> S3Failure.of(404, "NoSuchUpload", "The specified upload does not exist."));
    }

    private static int partNumber(S3Request request) {
        int number = request.number("partNumber", 0);
        if (number < 1 || number > MOST_PARTS) {
            throw S3Failure.invalid("Part number must be an integer between 1 and 10000, inclusive");
        }
        return number;
    }

    private static String quoted(String etag) {
        return "\"" + etag + "\"";
    }
}
