package outdial.imports;

import java.net.URI;
import java.time.Duration;

/// Addresses that let their holder up- or download one file for a while.
public interface Links {
    /// Where the list is put, by HTTP PUT.
    URI upload(Details details, Duration goodFor);

    /// Where the report is got.
    URI report(Details details, Duration goodFor);

    /// For whoever follows it at once.
    default URI report(Details details) {
        return report(details, Duration.ofMinutes(15));
    }
}
