package outdial.local.aws.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/// What is done to single objects.
final class ObjectCalls {
    private static final String VERSION = "x-amz-version-id";
    private static final String DELETE_MARKER = "x-amz-delete-marker";

    /// Headers of a request that are kept with the object and given back with it.
    private static final List<String> KEPT = List.of(
            "Cache-Control",
            "Content-Disposition",
            "Content-Encoding",
            "Content-Language",
            "Content-Type",
            "Expires",
            "x-amz-website-redirect-location");

    private static final String USER_METADATA = "x-amz-meta-";

    private final Buckets buckets;
    private final Announcements announcements;

    ObjectCalls(Buckets buckets, Announcements announcements) {
        this.buckets = buckets;
        this.announcements = announcements;
    }

    S3Reply put(S3Request request) throws IOException {
        StoredBucket bucket = buckets.named(request.bucket());
        Upload upload = Upload.receive(request, bucket.newFile());
        Map<String, String> headers = keptHeaders(request);
        headers.putAll(upload.checksums());
        StoredObject object =
                commit(bucket, new StoredBucket.Draft(request.key(), upload.bytes(), upload.etag(), headers), request);
        announcements.created(bucket, object, "PutObject");
        return S3Reply.empty(200)
                .with("ETag", object.quotedEtag())
                .with(upload.checksums())
                .with(versionHeader(object));
    }

    /// Commits unless the request's conditions fail; then its bytes are gone.
    static StoredObject commit(StoredBucket bucket, StoredBucket.Draft draft, S3Request request) throws IOException {
        try {
            return bucket.commit(draft, Conditions.forWriting(request));
        } catch (S3Failure e) {
            Files.deleteIfExists(draft.bytes());
            throw e;
        }
    }

    S3Reply get(S3Request request) {
        StoredBucket bucket = buckets.named(request.bucket());
        StoredObject object = readable(bucket, request);
        if (Conditions.notModified(request, object)) {
            return S3Reply.empty(304).with("ETag", object.quotedEtag());
        }
        Map<String, String> headers = new LinkedHashMap<>(shownHeaders(object, request));
        headers.put("ETag", object.quotedEtag());
        headers.put("Last-Modified", Conditions.httpDate(object.modified()));
        headers.put("Accept-Ranges", "bytes");
        headers.putAll(versionHeader(object));
        Optional<ByteRange> range = request.header("Range").flatMap(header -> ByteRange.of(header, object.size()));
        Path file = bucket.file(object);
        return range.map(part -> new S3Reply(206, headers, new S3Reply.Body.Bytes(file, part.first(), part.length()))
                        .with("Content-Range", part.contentRange(object.size())))
                .orElseGet(() -> new S3Reply(200, headers, new S3Reply.Body.Bytes(file, 0, object.size())));
    }

    S3Reply delete(S3Request request) throws IOException {
        StoredBucket bucket = buckets.named(request.bucket());
        return S3Reply.empty(204).with(delete(bucket, request.key(), request.parameter("versionId")));
    }

    S3Reply deleteMany(S3Request request) throws IOException {
        StoredBucket bucket = buckets.named(request.bucket());
        List<Element> objects = Xml.elements(request.body(), "Object");
        for (Element object : objects) {
            String version = Xml.text(object, "VersionId");
            delete(bucket, Xml.text(object, "Key"), version.isEmpty() ? Optional.empty() : Optional.of(version));
        }
        return S3Reply.xml(Xml.document(
                "DeleteResult",
                xml -> objects.forEach(object ->
                        xml.nest("Deleted", deleted -> deleted.add("Key", Xml.text(object, "Key"))))));
    }

    private Map<String, String> delete(StoredBucket bucket, String key, Optional<String> versionId) throws IOException {
        Optional<StoredObject> touched =
                versionId.isPresent() ? bucket.delete(key, versionId.get()) : bucket.delete(key);
        touched.ifPresent(object -> announcements.deleted(bucket, object, versionId.isPresent()));
        Map<String, String> headers = new LinkedHashMap<>();
        touched.map(ObjectCalls::versionHeader).ifPresent(headers::putAll);
        if (touched.filter(StoredObject::deleteMarker).isPresent()) {
            headers.put(DELETE_MARKER, "true");
        }
        return headers;
    }

    S3Reply copy(S3Request request) throws IOException {
        StoredBucket target = buckets.named(request.bucket());
        CopySource source = CopySource.of(request, buckets);
        Path bytes = target.newFile();
        Files.copy(source.file(), bytes);
        boolean replace =
                request.header("x-amz-metadata-directive").orElse("COPY").equals("REPLACE");
        Map<String, String> headers =
                replace ? keptHeaders(request) : source.object().headers();
        StoredObject copy = commit(
                target,
                new StoredBucket.Draft(request.key(), bytes, source.object().etag(), headers),
                request);
        announcements.created(target, copy, "CopyObject");
        return S3Reply.xml(Xml.document(
                        "CopyObjectResult",
                        xml -> xml.add("ETag", copy.quotedEtag()).add("LastModified", copy.modified())))
                .with(versionHeader(copy));
    }

    static StoredObject readable(StoredBucket bucket, S3Request request) {
        Optional<String> versionId = request.parameter("versionId");
        if (versionId.isPresent()) {
            StoredObject version = bucket.version(request.key(), versionId.get())
                    .orElseThrow(() -> S3Failure.of(404, "NoSuchVersion", "The specified version does not exist."));
            if (version.deleteMarker()) {
                throw S3Failure.of(405, "MethodNotAllowed", "The specified version is a delete marker.")
                        .with(Map.of(DELETE_MARKER, "true"));
            }
            return version;
        }
        StoredObject latest = bucket.latest(request.key()).orElseThrow(S3Failure::noSuchKey);
        if (latest.deleteMarker()) {
            throw S3Failure.noSuchKey().with(Map.of(DELETE_MARKER, "true"));
        }
        return latest;
    }

    static Map<String, String> keptHeaders(S3Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        KEPT.forEach(name -> request.header(name).ifPresent(value -> headers.put(name, value)));
        headers.putIfAbsent("Content-Type", "binary/octet-stream");
        String encoding = headers.getOrDefault("Content-Encoding", "")
                .replaceAll("aws-chunked\\s*,?\\s*", "")
                .strip();
        headers.remove("Content-Encoding");
        if (!encoding.isEmpty()) {
            headers.put("Content-Encoding", encoding);
        }
        request.exchange().getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith(USER_METADATA)) {
                headers.put(lower, String.join(",", values));
            }
        });
        return headers;
    }

    static Map<String, String> versionHeader(StoredObject object) {
        return object.versionId().equals("null") ? Map.of() : Map.of(VERSION, object.versionId());
    }

    /// The kept headers, as the request's `response-…` parameters change them; checksums only if asked for.
    private static Map<String, String> shownHeaders(StoredObject object, S3Request request) {
        boolean checksums = request.header("x-amz-checksum-mode").isPresent()
                && request.header("Range").isEmpty();
        Map<String, String> headers = new LinkedHashMap<>();
        object.headers().forEach((name, value) -> {
            if (checksums || !name.startsWith(Checksums.HEADER)) {
                headers.put(name, value);
            }
        });
        KEPT.forEach(name -> request.parameter("response-" + name.toLowerCase(java.util.Locale.ROOT))
                .ifPresent(value -> headers.put(name, value)));
        return headers;
    }
}
