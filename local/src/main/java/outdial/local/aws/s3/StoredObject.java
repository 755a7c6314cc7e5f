package outdial.local.aws.s3;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// One version of one object; beside its bytes as JSON on disk.
///
/// @param versionId `null` where the bucket keeps no versions
/// @param etag without quotes
/// @param headers given back with the object: content type, user metadata, checksums
/// @param file name of the file with its bytes; of its JSON without `.json`
/// @param sequence later versions have higher numbers
record StoredObject(
        String key,
        String versionId,
        String etag,
        long size,
        long modifiedMillis,
        Map<String, String> headers,
        String file,
        long sequence,
        boolean deleteMarker) {
    StoredObject {
        headers = Map.copyOf(headers);
    }

    /// Lets the first version of each key through, which in a list with the newest first is the latest.
    static Predicate<StoredObject> newestOfItsKey() {
        Set<String> seen = new HashSet<>();
        return object -> seen.add(object.key());
    }

    Instant modified() {
        return Instant.ofEpochMilli(modifiedMillis);
    }

    String quotedEtag() {
        return "\"" + etag + "\"";
    }
}
