package outdial.local.aws.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// All buckets, each in a directory of its name.
final class Buckets {
    private final Map<String, StoredBucket> byName = new ConcurrentHashMap<>();
    private final Path directory;
    private final Clock clock;

    Buckets(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    StoredBucket named(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow(S3Failure::noSuchBucket);
    }

    boolean exists(String name) {
        return byName.containsKey(name);
    }

    List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    StoredBucket create(String name) throws IOException {
        if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw S3Failure.of(400, "InvalidBucketName", "The specified bucket is not valid.");
        }
        StoredBucket bucket = new StoredBucket(name, directory.resolve(name), clock);
        byName.put(name, bucket);
        return bucket;
    }

    void delete(StoredBucket bucket) throws IOException {
        byName.remove(bucket.name());
        Files.deleteIfExists(directory.resolve(bucket.name()));
    }
}
