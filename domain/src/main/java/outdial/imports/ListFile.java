package outdial.imports;

import java.time.Instant;

/// A list as it was dropped, pinned: what is dropped under the same key later is another file.
///
/// @param key where it lies, such as `imports/clinic/spring/people.csv`
/// @param version of the object
/// @param etag of that version
/// @param bytes its size
/// @param writtenAt when that version was written
public record ListFile(String key, String version, String etag, long bytes, Instant writtenAt) {
    /// There is none: it did not come yet, or rows came without one.
    public static final ListFile NONE = new ListFile("", "", "", 0, Instant.EPOCH);

    boolean isSameVersionAs(ListFile other) {
        return version.equals(other.version) && etag.equals(other.etag);
    }
}
