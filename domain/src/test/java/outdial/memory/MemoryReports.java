package outdial.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outdial.imports.Import;
import outdial.imports.ImportId;
import outdial.imports.Report;
import outdial.imports.Reports;

/// Reports as lines of cells joined by commas.
public final class MemoryReports implements Reports {
    private final Map<ImportId, TreeMap<Integer, List<Report.Line>>> parts = new HashMap<>();
    private final Map<ImportId, List<String>> joined = new HashMap<>();

    @Override
    public synchronized void part(Import.Reading under, int chunk, List<Report.Line> lines) {
        parts.computeIfAbsent(under.details().id(), _ -> new TreeMap<>()).put(chunk, lines);
    }

    @Override
    public synchronized void join(Import.Reading done) {
        List<String> report = new ArrayList<>();
        report.add(String.join(",", Report.header(done.layout().header())));
        parts.getOrDefault(done.details().id(), new TreeMap<>())
                .values()
                .forEach(part -> part.forEach(line -> report.add(String.join(",", line.cells()))));
        joined.put(done.details().id(), report);
    }

    /// The lines of the joined report; none where it was not joined.
    public synchronized List<String> of(ImportId id) {
        return joined.getOrDefault(id, List.of());
    }
}
