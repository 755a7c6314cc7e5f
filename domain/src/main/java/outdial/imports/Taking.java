package outdial.imports;

import java.util.List;

/// Takes rows in, a batch at a time, and says in their order what became of each. A row that is taken again
/// finds what it did before.
interface Taking {
    List<Fate> take(List<ListRow> rows, Chunk chunk);
}
