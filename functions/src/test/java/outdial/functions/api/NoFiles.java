package outdial.functions.api;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import outdial.imports.ChunkQueue;
import outdial.imports.Details;
import outdial.imports.Import;
import outdial.imports.Links;
import outdial.imports.Report;
import outdial.imports.Reports;

/// Rows that come in a request need no files: reports go nowhere, and no chunk is ordered.
final class NoFiles implements Reports, ChunkQueue, Links {
    @Override
    public URI upload(Details details, Duration goodFor) {
        return URI.create("https://imports.example/" + details.id() + "?signed");
    }

    @Override
    public URI report(Details details, Duration goodFor) {
        return URI.create("https://imports.example/" + details.id() + "/report.csv?signed");
    }

    @Override
    public void part(Import.Reading under, int chunk, List<Report.Line> lines) {}

    @Override
    public void join(Import.Reading done) {}

    @Override
    public void giveUpLater(Details details, Duration delay) {}

    @Override
    public void send(Details details, List<Integer> chunks) {
        throw new UnsupportedOperationException();
    }
}
