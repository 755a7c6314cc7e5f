package outdial.local.aws.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The listings of a bucket: version 1, version 2, and of all versions.
final class ListCalls {
    private final Buckets buckets;

    ListCalls(Buckets buckets) {
        this.buckets = buckets;
    }

    S3Reply versionTwo(S3Request request) {
        String after = request.parameter("continuation-token")
                .map(token -> new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
                .or(() -> request.parameter("start-after"))
                .orElse("");
        Listing page = page(request, after);
        return S3Reply.xml(Xml.document("ListBucketResult", xml -> {
            head(xml, request, page);
            xml.add("KeyCount", page.objects().size() + page.prefixes().size());
            request.parameter("continuation-token").ifPresent(token -> xml.add("ContinuationToken", token));
            request.parameter("start-after").ifPresent(key -> xml.add("StartAfter", encoded(request, key)));
            if (page.truncated()) {
                byte[] next = page.next().getBytes(StandardCharsets.UTF_8);
                xml.add("NextContinuationToken", Base64.getUrlEncoder().encodeToString(next));
            }
            content(xml, request, page);
        }));
    }

    S3Reply versionOne(S3Request request) {
        Listing page = page(request, request.parameter("marker").orElse(""));
        return S3Reply.xml(Xml.document("ListBucketResult", xml -> {
            head(xml, request, page);
            xml.add("Marker", encoded(request, request.parameter("marker").orElse("")));
            if (page.truncated()) {
                xml.add("NextMarker", encoded(request, page.next()));
            }
            content(xml, request, page);
        }));
    }

    S3Reply allVersions(S3Request request) {
        StoredBucket bucket = buckets.named(request.bucket());
        String keyMarker = request.parameter("key-marker").orElse("");
        List<StoredObject> candidates = new ArrayList<>(bucket.from(keyMarker, true));
        // A page may end between two versions of one key.
        request.parameter("version-id-marker")
                .ifPresentOrElse(
                        id -> {
                            int seen = candidates.stream()
                                    .map(StoredObject::versionId)
                                    .toList()
                                    .indexOf(id);
                            candidates.subList(0, seen + 1).clear();
                        },
                        () -> candidates.removeIf(version -> version.key().equals(keyMarker)));
        Listing page = Listing.of(Listing.Query.of(request, keyMarker), candidates);
        return S3Reply.xml(Xml.document("ListVersionsResult", xml -> {
            head(xml, request, page);
            if (page.truncated()) {
                xml.add("NextKeyMarker", encoded(request, page.next()));
                if (!page.objects().isEmpty()) {
                    xml.add("NextVersionIdMarker", page.objects().getLast().versionId());
                }
            }
            for (StoredObject version : page.objects()) {
                boolean latest =
                        bucket.latest(version.key()).filter(version::equals).isPresent();
                version(xml, request, version, latest);
            }
            prefixes(xml, request, page);
        }));
    }

    private static void version(Xml xml, S3Request request, StoredObject version, boolean latest) {
        xml.nest(version.deleteMarker() ? "DeleteMarker" : "Version", one -> {
            one.add("Key", encoded(request, version.key()))
                    .add("VersionId", version.versionId())
                    .add("IsLatest", latest)
                    .add("LastModified", version.modified());
            if (!version.deleteMarker()) {
                one.add("ETag", version.quotedEtag())
                        .add("Size", version.size())
                        .add("StorageClass", "STANDARD");
            }
        });
    }

    private Listing page(S3Request request, String after) {
        List<StoredObject> latest = buckets.named(request.bucket()).from(after, false).stream()
                .filter(StoredObject.newestOfItsKey())
                .filter(object -> !object.deleteMarker())
                .toList();
        return Listing.of(Listing.Query.of(request, after), latest);
    }

    private static void head(Xml xml, S3Request request, Listing page) {
        xml.add("Name", request.bucket())
                .add("Prefix", encoded(request, request.parameter("prefix").orElse("")))
                .add("MaxKeys", request.number("max-keys", 1000))
                .add("IsTruncated", page.truncated());
        request.parameter("delimiter").ifPresent(delimiter -> xml.add("Delimiter", encoded(request, delimiter)));
        request.parameter("encoding-type").ifPresent(type -> xml.add("EncodingType", type));
    }

    private static void content(Xml xml, S3Request request, Listing page) {
        for (StoredObject object : page.objects()) {
            xml.nest(
                    "Contents",
                    one -> one.add("Key", encoded(request, object.key()))
                            .add("LastModified", object.modified())
                            .add("ETag", object.quotedEtag())
                            .add("Size", object.size())
                            .add("StorageClass", "STANDARD"));
        }
        prefixes(xml, request, page);
    }

    private static void prefixes(Xml xml, S3Request request, Listing page) {
        page.prefixes()
                .forEach(prefix -> xml.nest("CommonPrefixes", one -> one.add("Prefix", encoded(request, prefix))));
    }

    /// Keys may hold what XML cannot; clients that know ask for them encoded.
    private static String encoded(S3Request request, String key) {
        boolean url = request.parameter("encoding-type").orElse("").equals("url");
        return url
                ? URLEncoder.encode(key, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/")
                : key;
    }
}
