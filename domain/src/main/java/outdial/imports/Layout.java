package outdial.imports;

import java.util.List;
import java.util.Optional;

/// How a list is written.
///
/// @param charset an IANA name, such as `UTF-8`
/// @param delimiter between cells
/// @param header the names of the columns as they stand in the list; some may be empty or repeated
/// @param rewritten where it lies as plain text, if it had to be rewritten to be read
public record Layout(String charset, char delimiter, List<String> header, Optional<ListFile> rewritten) {
    public Layout {
        header = List.copyOf(header);
    }

    /// Of a list that is read where it was dropped.
    public Layout(String charset, char delimiter, List<String> header) {
        this(charset, delimiter, header, Optional.empty());
    }

    Layout rewrittenAs(ListFile text) {
        return new Layout(charset, delimiter, header, Optional.of(text));
    }

    /// Where the rows are, of a list that was dropped as this file.
    ListFile textOf(ListFile dropped) {
        return rewritten.orElse(dropped);
    }
}
