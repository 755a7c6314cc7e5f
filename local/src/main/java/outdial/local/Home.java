package outdial.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a local cloud keeps its files: the data directory, or a directory that is gone afterwards.
final class Home implements AutoCloseable {
    private final Path directory;
    private final boolean kept;

    private Home(Path directory, boolean kept) {
        this.directory = directory;
        this.kept = kept;
    }

    static Home of(Optional<Path> data) throws IOException {
        return data.isPresent()
                ? new Home(Files.createDirectories(data.get()), true)
                : new Home(Files.createTempDirectory("outdial-local-"), false);
    }

    Path objects() {
        return directory.resolve("s3");
    }

    Path sentMail() {
        return directory.resolve("sent");
    }

    /// Tables are in memory, which is ten times faster, unless they are to be kept.
    Optional<Path> tables() {
        return kept ? Optional.of(directory.resolve("dynamodb")) : Optional.empty();
    }

    Optional<Path> checkpoints() {
        return kept ? Optional.of(directory.resolve("streams")) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(directory)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }
}
