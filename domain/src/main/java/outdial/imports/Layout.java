package outdial.imports;

import java.util.List;

/// How a list is written.
///
/// @param charset an IANA name, such as `UTF-8`
/// @param delimiter between cells
/// @param header the names of the columns as they stand in the list; some may be empty or repeated
public record Layout(String charset, char delimiter, List<String> header) {
    public Layout {
        header = List.copyOf(header);
    }
}
