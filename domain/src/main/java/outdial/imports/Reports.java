package outdial.imports;

import java.util.List;

/// What became of rows that were not imported, as files beside the lists.
public interface Reports {
    /// The report of one chunk; written again it says the same.
    void part(Import.Reading under, int chunk, List<Report.Line> lines);

    /// Makes one report of its parts.
    void join(Import.Reading done);
}
