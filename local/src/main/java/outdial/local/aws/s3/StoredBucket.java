package outdial.local.aws.s3;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// The objects of one bucket. Bytes and a JSON description lie side by side in its directory; the index is in
/// memory and read again at the start.
final class StoredBucket {
    /// S3 lists keys in the order of their UTF-8 bytes.
    static final Comparator<String> KEY_ORDER = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Path directory;
    private final Clock clock;
    private final NavigableMap<String, List<StoredObject>> newestFirst = new TreeMap<>(KEY_ORDER);
    private boolean versioned;
    private long sequence;

    StoredBucket(String name, Path directory, Clock clock) throws IOException {
        this.name = name;
        this.directory = directory;
        this.clock = clock;
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path json :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                StoredObject found = JSON.readValue(json.toFile(), StoredObject.class);
                newestFirst
                        .computeIfAbsent(found.key(), key -> new ArrayList<>())
                        .add(found);
                sequence = Math.max(sequence, found.sequence());
            }
        }
        newestFirst
                .values()
                .forEach(versions -> versions.sort(
                        Comparator.comparingLong(StoredObject::sequence).reversed()));
    }

    String name() {
        return name;
    }

    synchronized boolean versioned() {
        return versioned;
    }

    synchronized void keepVersions(boolean keep) {
        versioned = keep;
    }

    synchronized boolean empty() {
        return newestFirst.isEmpty();
    }

    Path file(StoredObject object) {
        return directory.resolve(object.file());
    }

    /// A place for bytes that are on their way; nobody sees them until they are committed.
    Path newFile() {
        return directory.resolve(UUID.randomUUID() + ".bin");
    }

    synchronized Optional<StoredObject> latest(String key) {
        return versions(key).stream().findFirst();
    }

    synchronized Optional<StoredObject> version(String key, String versionId) {
        return versions(key).stream()
                .filter(version -> version.versionId().equals(versionId))
                .findFirst();
    }

    /// What an upload has become, before it is visible.
    record Draft(String key, Path bytes, String etag, Map<String, String> headers) {}

    /// Decides, with nobody in between, whether the object as it is now may be replaced; throws if not.
    interface Precondition {
        void check(Optional<StoredObject> current);
    }

    synchronized StoredObject commit(Draft draft, Precondition precondition) throws IOException {
        precondition.check(latest(draft.key()).filter(current -> !current.deleteMarker()));
        return add(new StoredObject(
                draft.key(),
                newVersionId(),
                draft.etag(),
                Files.size(draft.bytes()),
                clock.millis(),
                draft.headers(),
                draft.bytes().getFileName().toString(),
                ++sequence,
                false));
    }

    /// Deletes as S3 does without a version id: with versions the object is only covered by a marker.
    synchronized Optional<StoredObject> delete(String key) throws IOException {
        if (versioned) {
            String file = UUID.randomUUID() + ".bin";
            return Optional.of(add(
                    new StoredObject(key, newVersionId(), "", 0, clock.millis(), Map.of(), file, ++sequence, true)));
        }
        return delete(key, "null");
    }

    /// Removes one version for good; empty if there is none.
    synchronized Optional<StoredObject> delete(String key, String versionId) throws IOException {
        Optional<StoredObject> version = version(key, versionId);
        if (version.isPresent()) {
            remove(version.get());
        }
        return version;
    }

    /// Versions of all keys from this one on, each key's newest first.
    synchronized List<StoredObject> from(String key, boolean inclusive) {
        return newestFirst.tailMap(key, inclusive).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private StoredObject add(StoredObject object) throws IOException {
        Path json = description(object);
        Path unfinished = json.resolveSibling(json.getFileName() + ".tmp");
        JSON.writeValue(unfinished.toFile(), object);
        Files.move(unfinished, json, StandardCopyOption.ATOMIC_MOVE);
        List<StoredObject> versions = newestFirst.computeIfAbsent(object.key(), key -> new ArrayList<>());
        Optional<StoredObject> replaced = version(object.key(), object.versionId());
        versions.addFirst(object);
        if (replaced.isPresent()) {
            remove(replaced.get());
        }
        return object;
    }

    private void remove(StoredObject object) throws IOException {
        List<StoredObject> versions = versions(object.key());
        versions.remove(object);
        if (versions.isEmpty()) {
            newestFirst.remove(object.key());
        }
        Files.deleteIfExists(description(object));
        Files.deleteIfExists(file(object));
    }

    private List<StoredObject> versions(String key) {
        return newestFirst.getOrDefault(key, new ArrayList<>());
    }

    private Path description(StoredObject object) {
        return directory.resolve(object.file() + ".json");
    }

    private String newVersionId() {
        return versioned ? UUID.randomUUID().toString().replace("-", "") : "null";
    }
}
