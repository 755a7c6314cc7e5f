package outdial.functions.api;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import outdial.imports.ChunkQueue;
import outdial.imports.Details;
import outdial.imports.Failure;
import outdial.imports.Import;
import outdial.imports.Layout;
import outdial.imports.Links;
import outdial.imports.ListFile;
import outdial.imports.ListRow;
import outdial.imports.Lists;
import outdial.imports.Place;
import outdial.imports.Report;
import outdial.imports.Reports;

/// Rows that come in a request need no files: reports go nowhere, and nobody asks for a list.
final class NoFiles implements Lists, Reports, ChunkQueue, Links {
    @Override
    public URI upload(Details details, Duration goodFor) {
        return URI.create("https://imports.example/" + details.id() + "?signed");
    }

    @Override
    public URI report(Details details) {
        return URI.create("https://imports.example/" + details.id() + "/report.csv?signed");
    }

    @Override
    public void part(Import.Importing under, int chunk, List<Report.Line> lines) {}

    @Override
    public void join(Import.Importing done) {}

    @Override
    public void giveUpLater(Details details, Duration delay) {}

    @Override
    public void send(Details details, List<Integer> chunks) {
        throw new UnsupportedOperationException();
    }

    @Override
    public java.util.Optional<ListFile> find(String key, String version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Head head(ListFile file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Stream<ListRow> rows(ListFile file, Layout layout, Place from, long to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reject(String key, Failure failure) {
        throw new UnsupportedOperationException();
    }
}
