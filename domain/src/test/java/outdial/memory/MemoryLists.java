package outdial.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.imports.Details;
import outdial.imports.Failure;
import outdial.imports.Layout;
import outdial.imports.ListFile;
import outdial.imports.ListRow;
import outdial.imports.Lists;
import outdial.imports.Place;
import outdial.imports.RowProblem;
import outdial.imports.Uploads;

/// Lists of lines and commas, in ASCII and without quotes; a line that begins with a quotation mark is a broken
/// row. An empty first line is a list that cannot be read; one with a phone number is no header. What begins with
/// [#ARCHIVE] is an archive of the list after it.
public final class MemoryLists implements Lists {
    public static final String ARCHIVE = "archive:";

    private final Instant writtenAt;
    private final Map<String, List<String>> versions = new LinkedHashMap<>();
    private final Map<String, Failure> rejections = new LinkedHashMap<>();

    public MemoryLists(Instant writtenAt) {
        this.writtenAt = writtenAt;
    }

    public synchronized void drop(String key, String text) {
        versions.computeIfAbsent(key, _ -> new ArrayList<>()).add(text);
    }

    public synchronized Map<String, Failure> rejections() {
        return new LinkedHashMap<>(rejections);
    }

    public synchronized List<String> keys() {
        return List.copyOf(versions.keySet());
    }

    @Override
    public synchronized Optional<ListFile> find(String key, String version) {
        List<String> known = versions.getOrDefault(key, List.of());
        if (known.isEmpty()) return Optional.empty();
        int number = version.isEmpty() ? known.size() : Integer.parseInt(version);
        String text = known.get(number - 1);
        return Optional.of(new ListFile(key, Integer.toString(number), "etag-" + number, text.length(), writtenAt));
    }

    @Override
    public synchronized Plain plain(Details details, ListFile file) {
        String text = text(file);
        if (!text.startsWith(ARCHIVE)) return new Plain.Text(file);
        if (text.equals(ARCHIVE)) return new Plain.Refused(Failure.of(Failure.Reason.NO_LIST_INSIDE));
        String key = "plain/" + details.id();
        versions.put(key, List.of(text.substring(ARCHIVE.length())));
        return new Plain.Text(find(key, "").orElseThrow());
    }

    @Override
    public Head head(ListFile file) {
        String header = text(file).lines().findFirst().orElse("");
        if (header.isEmpty()) return new Head.Refused(Failure.Reason.EMPTY_FILE);
        List<String> cells = List.of(header.split(",", -1));
        if (cells.stream().anyMatch(cell -> cell.replaceAll("\\D", "").length() >= 7)) {
            return new Head.Headless("UTF-8", ',', cells, new Place(0, 1, 1));
        }
        return new Head.Found(new Layout("UTF-8", ',', cells), new Place(header.length() + 1, 1, 2), List.of());
    }

    @Override
    public Stream<ListRow> rows(ListFile file, Layout layout, Place from, long to) {
        List<ListRow> rows = new ArrayList<>();
        String text = text(file);
        int offset = (int) from.offset();
        for (long n = 0; offset < to && offset < text.length(); n++) {
            int end = text.indexOf('\n', offset);
            String line = text.substring(offset, end < 0 ? text.length() : end);
            rows.add(row(new Place(offset, from.number() + n, from.line() + n), line));
            offset += line.length() + 1;
        }
        return rows.stream();
    }

    private static ListRow row(Place place, String line) {
        return line.startsWith("\"")
                ? new ListRow.Broken(place, line, RowProblem.UNCLOSED_QUOTE)
                : new ListRow.Cells(place, line, List.of(line.split(",", -1)));
    }

    private synchronized String text(ListFile file) {
        return versions.getOrDefault(file.key(), List.of()).get(Integer.parseInt(file.version()) - 1);
    }

    @Override
    public synchronized void put(Details details, ByteBuffer content) {
        versions.computeIfAbsent(
                Uploads.path(details),
                _ -> new ArrayList<>(List.of(UTF_8.decode(content.duplicate()).toString())));
    }

    @Override
    public synchronized void reject(String key, Failure failure) {
        rejections.put(key, failure);
    }
}
