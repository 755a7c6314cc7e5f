package outdial.export;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

/// Writes one export, as much of it as time allows, so that a list of any size needs no more memory than a part
/// of the file. It may die between any two lines and run again: what is on record is where the next part
/// begins, and a part that was written without a record is written again.
public final class Exporter {
    /// Characters of a part, each at least a byte: S3 takes parts from 5 MiB, and 10,000 of them.
    public static final int PART = 6 * 1024 * 1024;

    /// New parts are begun for so long; a part takes well below a minute.
    private static final Duration WORKING = Duration.ofMinutes(3);

    /// As long as the function may run: nobody else writes meanwhile, and after it nobody does.
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final String GIVEN_UP =
            "The list could not be read or its file not be written, each time it was tried; ask for the export again.";

    private final Exports exports;
    private final Source source;
    private final ExportFiles files;
    private final InstantSource clock;
    private final int part;

    /// @param part characters of a part; [#PART] where S3 has the file
    public Exporter(Exports exports, Source source, ExportFiles files, InstantSource clock, int part) {
        this.exports = exports;
        this.source = source;
        this.files = files;
        this.clock = clock;
        this.part = part;
    }

    /// What became of it.
    public enum Result {
        /// There is nothing more to do.
        DONE,
        /// It is to be called again, at once.
        GO_ON,
        /// Somebody else writes it, or died less than [#LEASE] ago: to be called again later.
        TAKEN
    }

    public Result write(WorkspaceId workspace, String id) {
        Optional<Export> found = exports.find(workspace, id);
        if (found.isEmpty() || !(found.get() instanceof Export.Unfinished open)) return Result.DONE;
        Instant now = clock.instant();
        Export.Unfinished taken = open.take(now.plus(LEASE));
        if (open.isTaken(now) || !exports.change(open, taken)) return Result.TAKEN;
        try {
            return switch (taken) {
                case Export.Writing writing -> write(writing, now.plus(WORKING));
                case Export.Closing closing -> close(closing);
            };
        } catch (RuntimeException failure) {
            letGo(workspace, id);
            throw failure;
        }
    }

    /// The next try need not wait for the lease of one that has failed.
    private void letGo(WorkspaceId workspace, String id) {
        if (exports.find(workspace, id).orElse(null) instanceof Export.Unfinished failed) {
            // False where the lease was over, and somebody else has it.
            boolean _ = exports.change(failed, failed.letGo());
        }
    }

    /// It failed as often as it may. Does nothing where it is over, or somebody else is writing it.
    public void fail(WorkspaceId workspace, String id) {
        Instant now = clock.instant();
        if (exports.find(workspace, id).orElse(null) instanceof Export.Unfinished open && !open.isTaken(now)) {
            boolean _ = exports.change(open, open.fail(GIVEN_UP, now));
        }
    }

    private Result write(Export.Writing taken, Instant end) {
        return opened(taken).map(writing -> writeParts(writing, end)).orElse(Result.TAKEN);
    }

    private Optional<Export.Writing> opened(Export.Writing writing) {
        if (writing.upload().isPresent()) return Optional.of(writing);
        Export.Writing opened = writing.open(files.open(writing.details()));
        return exports.change(writing, opened) ? Optional.of(opened) : Optional.empty();
    }

    private Result writeParts(Export.Writing opened, Instant end) {
        Export.Writing writing = opened;
        while (clock.instant().isBefore(end)) {
            String upload = writing.upload().orElseThrow();
            Part next = read(writing);
            files.part(writing.details(), upload, writing.parts() + 1, next.rows());
            if (next.cursor().isEmpty()) {
                Export.Closing closing = writing.wroteLast(next.people(), upload);
                return exports.change(writing, closing) ? close(closing) : Result.TAKEN;
            }
            Export.Writing wrote = writing.wrote(next.people(), next.cursor().get());
            if (!exports.change(writing, wrote)) return Result.TAKEN;
            writing = wrote;
        }
        return exports.change(writing, writing.letGo()) ? Result.GO_ON : Result.TAKEN;
    }

    /// Rows of a part, the header among those of the first; `cursor` is empty where the list ends with them.
    private record Part(List<List<String>> rows, int people, Optional<String> cursor) {}

    private Part read(Export.Writing writing) {
        Export.Details details = writing.details();
        List<List<String>> rows = new ArrayList<>();
        if (writing.parts() == 0) rows.add(Rows.header(details.selection().kind()));
        int people = 0;
        long characters = 0;
        Optional<String> cursor = writing.cursor();
        do {
            Page<List<String>> page =
                    source.page(details.workspace(), details.selection(), new PageRequest(PageRequest.MOST, cursor));
            rows.addAll(page.items());
            people += page.items().size();
            characters += page.items().stream()
                    .flatMap(List::stream)
                    .mapToLong(String::length)
                    .sum();
            cursor = page.cursor();
        } while (cursor.isPresent() && characters < part);
        return new Part(rows, people, cursor);
    }

    private Result close(Export.Closing closing) {
        files.close(closing.details(), closing.upload(), closing.parts());
        return exports.change(closing, closing.complete(clock.instant())) ? Result.DONE : Result.TAKEN;
    }
}
