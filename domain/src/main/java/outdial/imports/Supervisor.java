package outdial.imports;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outdial.workspace.WorkspaceId;

/// Does what people ask of imports: confirm, cancel, resume, undo. Each may be asked for again, with the same
/// result.
public final class Supervisor {
    private final Books books;
    private final Desk desk;
    private final ChunkQueue queue;
    private final Admission admission;
    private final Closing closing;

    public Supervisor(Books books, Desk desk, ChunkQueue queue) {
        this.books = books;
        this.desk = desk;
        this.queue = queue;
        this.admission = new Admission(books);
        this.closing = new Closing(books, desk);
    }

    /// What became of the wish.
    public sealed interface Answer {
        record Done(Import now) implements Answer {}

        /// @param advice what may be done instead
        record NotAllowed(Import now, String advice) implements Answer {}

        record Refused(Failure failure) implements Answer {}

        record Unknown() implements Answer {}
    }

    /// What was previewed is to be written.
    public Answer confirm(WorkspaceId workspace, ImportId id) {
        return asked(workspace, id, this::confirm);
    }

    private Answer confirm(Import now) {
        return switch (now) {
            case Import.AwaitingConfirmation waiting -> begin(waiting, waiting.confirm());
            case Import.Importing importing -> go(importing);
            case Import other -> new Answer.NotAllowed(other, "Only one that awaits confirmation can be confirmed.");
        };
    }

    /// Goes on where a failed import stopped.
    public Answer resume(WorkspaceId workspace, ImportId id) {
        return asked(workspace, id, this::resume);
    }

    private Answer resume(Import now) {
        return switch (now) {
            case Import.Failed failed -> goOn(failed);
            case Import.Importing importing -> go(importing);
            case Import other -> new Answer.NotAllowed(other, "Only one that failed half-way can be resumed.");
        };
    }

    private Answer goOn(Import.Failed failed) {
        Details details = failed.details();
        if (details.source() == Source.API) {
            return new Answer.NotAllowed(failed, "Its rows were not kept: send them again, nobody is added twice.");
        }
        int left = books.imports().openChunks(details.id(), Import.Pass.IMPORT).size();
        return failed.resume(left)
                .map(importing -> begin(failed, importing))
                .orElseGet(
                        () -> new Answer.NotAllowed(failed, "It failed before a row was read: bring the list again."));
    }

    private Answer begin(Import from, Import.Importing to) {
        Optional<Failure> obstacle = admission.obstacle(to.details());
        if (obstacle.isPresent()) return new Answer.Refused(obstacle.get());
        if (books.imports().begin(from, to)) return go(to);
        Import now = books.imports().now(to.details());
        if (now instanceof Import.Importing importing) return go(importing);
        return now.equals(from)
                ? new Answer.Refused(Failure.of(Failure.Reason.CAMPAIGN_CLOSED))
                : new Answer.NotAllowed(now, "It has changed in the meantime.");
    }

    private Answer go(Import.Reading reading) {
        Details details = reading.details();
        queue.send(details, books.imports().openChunks(details.id(), reading.pass()));
        closing.endIfDone(details);
        return new Answer.Done(books.imports().now(details));
    }

    /// Nothing more is read or written; what was done stays, and can be undone.
    public Answer cancel(WorkspaceId workspace, ImportId id) {
        return asked(workspace, id, now -> {
            Import end = closing.bring(now.details(), this::cancelled);
            return end instanceof Import.Cancelled
                    ? new Answer.Done(end)
                    : new Answer.NotAllowed(end, "It is over; what it added can be undone.");
        });
    }

    /// What is over stays as it is.
    private Import cancelled(Import now) {
        Instant at = desk.clock().instant();
        return switch (now) {
            case Import.AwaitingUpload waiting -> waiting.cancel(at);
            case Import.Planning planning -> planning.cancel(at);
            case Import.AwaitingConfirmation waiting -> waiting.cancel(at);
            case Import.Previewing previewing -> previewing.cancel(at);
            case Import.Importing importing -> importing.cancel(at);
            case Import.Undoing _, Import.Over _ -> now;
        };
    }

    /// Removes what an import added and nobody has called, changed or put in another campaign since.
    public Answer undo(WorkspaceId workspace, ImportId id) {
        return asked(workspace, id, this::undo);
    }

    private Answer undo(Import now) {
        return switch (now) {
            case Import.Undoing undoing -> go(undoing);
            case Import.Undone undone -> new Answer.Done(undone);
            case Import.Over over -> takeBack(over);
            case Import other -> new Answer.NotAllowed(other, "Only one that is over can be undone; cancel it first.");
        };
    }

    private Answer takeBack(Import.Over over) {
        if (over.details().target() instanceof Target.DoNotCallList) {
            return new Answer.NotAllowed(
                    over, "People who must not be called stay on the list; remove a number with its reason.");
        }
        if (over.plan().isEmpty()) return new Answer.NotAllowed(over, "It added nobody.");
        Details details = over.details();
        Import.Plan plan = over.plan().get();
        if (details.source() == Source.API) books.imports().add(details.id(), ofRequest(plan));
        int chunks = books.imports().openChunks(details.id(), Import.Pass.UNDO).size();
        Import.Undoing undoing = new Import.Undoing(details, over.file(), plan, chunks, over.tally(), 0);
        boolean _ = books.imports().change(over, undoing);
        return books.imports().now(details) instanceof Import.Undoing now
                ? go(now)
                : new Answer.NotAllowed(books.imports().now(details), "It has changed in the meantime.");
    }

    /// The rows of a request are one chunk that was never written down.
    private static Chunk ofRequest(Import.Plan plan) {
        return new Chunk(1, new Place(0, 1, 1), 0, Math.toIntExact(plan.extent().rows()), Map.of());
    }

    private Answer asked(WorkspaceId workspace, ImportId id, Function<Import, Answer> wish) {
        return books.imports().find(workspace, id).map(wish).orElseGet(Answer.Unknown::new);
    }
}
