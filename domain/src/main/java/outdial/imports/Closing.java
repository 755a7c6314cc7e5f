package outdial.imports;

import java.time.Duration;

/// Ends an import when its last chunk is done. Whoever finds nothing remaining ends it, so that a worker that died
/// between its last chunk and the end is made up for by the next delivery of its message.
final class Closing {
    private final Books books;
    private final Desk desk;

    Closing(Books books, Desk desk) {
        this.books = books;
        this.desk = desk;
    }

    void endIfDone(Details details) {
        if (books.imports().find(details.workspace(), details.id()).orElse(null) instanceof Import.Importing importing
                && importing.remaining() == 0) {
            desk.reports().join(importing);
            end(importing, importing.complete(importing.tally(), desk.clock().instant()));
        }
    }

    /// Its campaign is looked after at once: it has new contacts, or may be complete now that nothing comes any more.
    void end(Import.Importing importing, Import ended) {
        books.imports().end(importing, ended);
        wake(importing.details());
    }

    void wake(Details details) {
        details.campaign().ifPresent(campaign -> desk.wakeups().look(campaign, Duration.ZERO));
    }
}
