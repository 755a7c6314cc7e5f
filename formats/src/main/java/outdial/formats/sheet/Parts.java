package outdial.formats.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The files of which a workbook is made.
public interface Parts {
    boolean has(String name);

    /// To be closed; empty where there is none of this name.
    Optional<InputStream> open(String name) throws IOException;
}
