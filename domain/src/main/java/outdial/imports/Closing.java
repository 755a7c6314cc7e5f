package outdial.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/// Ends an import when its last chunk is done. Whoever finds nothing remaining ends it, so that a worker that died
/// between its last chunk and the end is made up for by the next delivery of its message.
final class Closing {
    /// An import closes one chunk at a time, and no more than a few workers are at it.
    private static final int MOST_ROUNDS = 10;

    private final Books books;
    private final Desk desk;

    Closing(Books books, Desk desk) {
        this.books = books;
        this.desk = desk;
    }

    void endIfDone(Details details) {
        if (!(books.imports().now(details) instanceof Import.Reading reading) || reading.remaining() > 0) return;
        // False where another worker found the same and was faster.
        boolean _ = end(reading, over(reading));
    }

    private Import over(Import.Reading done) {
        Instant at = desk.clock().instant();
        return switch (done) {
            case Import.Previewing previewing -> {
                desk.reports().join(previewing);
                yield previewing.previewed();
            }
            case Import.Importing importing -> {
                desk.reports().join(importing);
                yield importing.complete(importing.tally(), at);
            }
            case Import.Undoing undoing -> undoing.undone(undoing.kept() + new Reversal(books, undoing).sweep(), at);
        };
    }

    /// What other workers count in the meantime stays counted.
    void fail(Details details, Failure failure) {
        Instant at = desk.clock().instant();
        var _ = bring(details, now -> switch (now) {
            case Import.Previewing previewing -> previewing.fail(failure, at);
            case Import.Importing importing -> importing.fail(failure, at);
            case Import.AwaitingUpload _, Import.Planning _, Import.AwaitingConfirmation _ -> now;
            case Import.Undoing _, Import.Over _ -> now;
        });
    }

    /// Brings an import from wherever it is to where `to` says, and answers where it is then.
    Import bring(Details details, UnaryOperator<Import> to) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Import now = books.imports().now(details);
            Import then = to.apply(now);
            if (then.equals(now) || changed(now, then)) return then;
        }
        throw new IllegalStateException("import " + details.id() + " changes all the time");
    }

    private boolean changed(Import from, Import to) {
        return from instanceof Import.Reading reading
                ? end(reading, to)
                : books.imports().change(from, to);
    }

    /// Its campaign is looked after at once: it may be complete now that nothing comes any more.
    boolean end(Import.Reading reading, Import ended) {
        boolean won = books.imports().end(reading, ended);
        wake(reading.details());
        return won;
    }

    void wake(Details details) {
        details.campaign().ifPresent(campaign -> desk.wakeups().look(campaign, Duration.ZERO));
    }
}
