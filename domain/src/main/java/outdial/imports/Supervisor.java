package outdial.imports;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outdial.workspace.WorkspaceId;

/// Does what people ask of imports: confirm, cancel, resume, undo. Each may be asked for again, with the same
/// result.
public final class Supervisor {
    /// An import closes one chunk at a time, and no more than a few workers are at it.
    private static final int MOST_ROUNDS = 10;

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
        Import now = now(to.details());
        if (now instanceof Import.Importing importing) return go(importing);
        return now.equals(from)
                ? new Answer.Refused(Failure.of(Failure.Reason.CAMPAIGN_CLOSED))
                : new Answer.NotAllowed(now, "It has changed in the meantime.");
    }

    private Answer go(Import.Reading reading) {
        Details details = reading.details();
        queue.send(details, books.imports().openChunks(details.id(), reading.pass()));
        closing.endIfDone(details);
        return new Answer.Done(now(details));
    }

    /// Nothing more is read or written; what was done stays, and can be undone.
    public Answer cancel(WorkspaceId workspace, ImportId id) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Import> now = books.imports().find(workspace, id);
            if (now.isEmpty()) return new Answer.Unknown();
            Optional<Answer> answer = cancelled(now.get());
            if (answer.isPresent()) return answer.get();
        }
        throw new IllegalStateException("import " + id + " changes all the time");
    }

    /// Empty where it changed meanwhile.
    private Optional<Answer> cancelled(Import now) {
        Instant at = desk.clock().instant();
        return switch (now) {
            case Import.AwaitingUpload waiting -> changed(waiting, waiting.cancel(at));
            case Import.Planning planning -> changed(planning, planning.cancel(at));
            case Import.AwaitingConfirmation waiting -> changed(waiting, waiting.cancel(at));
            case Import.Previewing previewing -> ended(previewing, previewing.cancel(at));
            case Import.Importing importing -> ended(importing, importing.cancel(at));
            case Import.Cancelled cancelled -> Optional.of(new Answer.Done(cancelled));
            case Import.Completed _, Import.Failed _, Import.Undoing _, Import.Undone _ ->
                Optional.of(new Answer.NotAllowed(now, "It is over; what it added can be undone."));
        };
    }

    private Optional<Answer> changed(Import from, Import to) {
        return books.imports().change(from, to) ? Optional.of(new Answer.Done(to)) : Optional.empty();
    }

    private Optional<Answer> ended(Import.Reading from, Import to) {
        return closing.end(from, to) ? Optional.of(new Answer.Done(to)) : Optional.empty();
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
        return now(details) instanceof Import.Undoing now
                ? go(now)
                : new Answer.NotAllowed(now(details), "It has changed in the meantime.");
    }

    /// The rows of a request are one chunk that was never written down.
    private static Chunk ofRequest(Import.Plan plan) {
        return new Chunk(1, new Place(0, 1, 1), 0, Math.toIntExact(plan.extent().rows()), Map.of());
    }

    private Answer asked(WorkspaceId workspace, ImportId id, Function<Import, Answer> wish) {
        return books.imports().find(workspace, id).map(wish).orElseGet(Answer.Unknown::new);
    }

    private Import now(Details details) {
        return books.imports().find(details.workspace(), details.id()).orElseThrow();
    }
}
