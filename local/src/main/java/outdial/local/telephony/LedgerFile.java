package outdial.local.telephony;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `ledger.jsonl`: one entry a line, only ever appended to. Each line is one write, so that a killed process leaves at
/// most its last line torn; that one never happened.
final class LedgerFile implements AutoCloseable {
    private final RandomAccessFile file;
    private final List<Entry> found;

    private LedgerFile(RandomAccessFile file, List<Entry> found) {
        this.file = file;
        this.found = found;
    }

    static LedgerFile in(Path directory) {
        try {
            Files.createDirectories(directory);
            Path path = directory.resolve("ledger.jsonl");
            String text = Files.exists(path) ? Files.readString(path) : "";
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            var file = new RandomAccessFile(path.toFile(), "rw");
            file.setLength(whole.getBytes(StandardCharsets.UTF_8).length);
            file.seek(file.length());
            return new LedgerFile(file, whole.lines().map(EntryJson::read).toList());
        } catch (IOException broken) {
            throw new UncheckedIOException("the phone network's ledger in " + directory, broken);
        }
    }

    /// What earlier runs had written.
    List<Entry> found() {
        return found;
    }

    void append(Entry entry) {
        try {
            file.write((EntryJson.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("the phone network's ledger", broken);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("the phone network's ledger", broken);
        }
    }
}
