package outdial.imports;

import java.time.Duration;

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
        if (now(details) instanceof Import.Importing importing && importing.remaining() == 0) {
            desk.reports().join(importing);
            // False where another worker found the same and was faster.
            var _ = end(
                    importing,
                    importing.complete(importing.tally(), desk.clock().instant()));
        }
    }

    /// What other workers count in the meantime stays counted.
    void fail(Details details, Failure failure) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!(now(details) instanceof Import.Importing importing)) return;
            if (end(importing, importing.fail(failure, desk.clock().instant()))) return;
        }
        throw new IllegalStateException("import " + details.id() + " changes all the time");
    }

    /// Its campaign is looked after at once: it may be complete now that nothing comes any more.
    boolean end(Import.Importing importing, Import ended) {
        boolean won = books.imports().end(importing, ended);
        wake(importing.details());
        return won;
    }

    private Import now(Details details) {
        return books.imports()
                .find(details.workspace(), details.id())
                .orElseThrow(() -> new IllegalStateException("import " + details.id() + " is gone"));
    }

    void wake(Details details) {
        details.campaign().ifPresent(campaign -> desk.wakeups().look(campaign, Duration.ZERO));
    }
}
