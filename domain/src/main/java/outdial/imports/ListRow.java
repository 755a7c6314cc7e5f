package outdial.imports;

import java.util.List;

/// One row of a list as it stands there.
public sealed interface ListRow {
    Place place();

    /// As written, without the line end.
    String text();

    record Cells(Place place, String text, List<String> cells) implements ListRow {}

    /// Cannot be taken apart; the rows after it can.
    record Broken(Place place, String text, RowProblem problem) implements ListRow {}
}
