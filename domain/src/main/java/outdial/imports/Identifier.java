package outdial.imports;

import java.util.List;

/// Knows of a row whom it is about, and no more.
interface Identifier {
    Identity identify(List<String> cells);
}
