package outdial.export;

import java.net.URI;
import java.util.List;

/// The files of exports, written part by part.
public interface ExportFiles {
    /// Opens a file and answers by what name it goes on.
    String open(Export.Details details);

    /// Writes the rows as part `number`, from 1, in place of what was written under this number before.
    void part(Export.Details details, String upload, int number, List<List<String>> rows);

    /// Makes a file of its parts; one that is made already stays.
    void close(Export.Details details, String upload, int parts);

    /// Where the file is got for some minutes.
    URI link(Export.Details details);
}
