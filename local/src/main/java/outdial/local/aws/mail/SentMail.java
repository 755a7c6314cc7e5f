package outdial.local.aws.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Mail that was sent and stays here: one `.eml` file each, which any mail program opens.
public final class SentMail {
    private final Path directory;
    private final AtomicInteger number;

    public SentMail(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.number = new AtomicInteger(files().size());
    }

    public Path directory() {
        return directory;
    }

    /// All of it, oldest first, as MIME.
    public List<byte[]> all() throws IOException {
        List<byte[]> mails = new ArrayList<>();
        for (Path file : files()) {
            mails.add(Files.readAllBytes(file));
        }
        return mails;
    }

    void add(String messageId, byte[] mime) throws IOException {
        String name = String.format(Locale.ROOT, "%06d-%s.eml", number.incrementAndGet(), messageId);
        Files.write(directory.resolve(name), mime);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }
}
