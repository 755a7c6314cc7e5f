package outdial.memory;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import outdial.export.Export;
import outdial.export.ExportFiles;

/// Uploads like those of S3: parts may be written again while a file is open, and what is not closed is no file.
public final class MemoryExportFiles implements ExportFiles {
    private final Map<String, NavigableMap<Integer, List<List<String>>>> open = new HashMap<>();
    private final Map<String, List<List<String>>> files = new HashMap<>();
    private int opened;

    @Override
    public String open(Export.Details details) {
        String upload = "upload-" + ++opened;
        open.put(upload, new TreeMap<>());
        return upload;
    }

    @Override
    public void part(Export.Details details, String upload, int number, List<List<String>> rows) {
        NavigableMap<Integer, List<List<String>>> parts =
                Optional.ofNullable(open.get(upload)).orElseThrow(() -> new IllegalStateException("no such upload"));
        parts.put(number, List.copyOf(rows));
    }

    @Override
    public void close(Export.Details details, String upload, int parts) {
        Optional<NavigableMap<Integer, List<List<String>>>> written = Optional.ofNullable(open.remove(upload));
        if (written.isEmpty() && !files.containsKey(details.id())) throw new IllegalStateException("no such upload");
        written.ifPresent(all -> {
            List<List<String>> rows = new ArrayList<>();
            all.headMap(parts, true).values().forEach(rows::addAll);
            files.put(details.id(), rows);
        });
    }

    @Override
    public URI link(Export.Details details) {
        return URI.create("https://files.example.com/" + details.id());
    }

    /// The rows of a file that is closed.
    public Optional<List<List<String>>> file(Export.Details details) {
        return Optional.ofNullable(files.get(details.id()));
    }
}
