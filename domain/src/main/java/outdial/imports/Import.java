package outdial.imports;

import java.time.Instant;
import java.util.Optional;

/// An import in one of its states.
public sealed interface Import {
    Details details();

    /// The list, once it is there.
    ListFile file();

    /// The state's name in the API.
    String status();

    /// What became of the rows that are done; in a preview, what would become of them.
    Tally tally();

    /// Its chunks are being read; `remaining` of them are not done.
    sealed interface Reading extends Import {
        Plan plan();

        int remaining();

        Pass pass();

        /// Where the rows are.
        default ListFile text() {
            return layout().textOf(file());
        }

        default Layout layout() {
            return plan().layout();
        }

        default Extent extent() {
            return plan().extent();
        }
    }

    /// Nothing is done any more, unless somebody asks for it.
    sealed interface Over extends Import {
        Instant finishedAt();

        /// How its list is read; empty where that never was found out.
        Optional<Plan> plan();
    }

    /// A link to upload the list with was given out; it is good until `until`.
    record AwaitingUpload(Details details, Instant until) implements Import {
        public Planning uploaded(ListFile list) {
            return new Planning(details, list);
        }

        public Cancelled cancel(Instant at) {
            return new Cancelled(details, ListFile.NONE, Optional.empty(), Tally.NONE, at);
        }

        @Override
        public ListFile file() {
            return ListFile.NONE;
        }

        @Override
        public String status() {
            return "AWAITING_UPLOAD";
        }

        @Override
        public Tally tally() {
            return Tally.NONE;
        }
    }

    /// The list is there and is looked over.
    record Planning(Details details, ListFile file) implements Import {
        Planning with(Details known) {
            return new Planning(known, file);
        }

        public Importing begin(Plan plan) {
            return new Importing(details, file, plan, plan.extent().chunks(), Tally.NONE);
        }

        public Previewing preview(Plan plan) {
            return new Previewing(details, file, plan, plan.extent().chunks(), Tally.NONE);
        }

        public Failed fail(Failure failure, Instant at) {
            return new Failed(details, file, Optional.empty(), failure, Tally.NONE, at);
        }

        public Cancelled cancel(Instant at) {
            return new Cancelled(details, file, Optional.empty(), Tally.NONE, at);
        }

        @Override
        public String status() {
            return "PLANNING";
        }

        @Override
        public Tally tally() {
            return Tally.NONE;
        }
    }

    /// Its chunks are read, and nothing is written but what would become of them.
    record Previewing(Details details, ListFile file, Plan plan, int remaining, Tally tally) implements Reading {
        public AwaitingConfirmation previewed() {
            return new AwaitingConfirmation(details, file, plan, tally);
        }

        public Failed fail(Failure failure, Instant at) {
            return new Failed(details, file, Optional.empty(), failure, Tally.NONE, at);
        }

        public Cancelled cancel(Instant at) {
            return new Cancelled(details, file, Optional.empty(), Tally.NONE, at);
        }

        @Override
        public Pass pass() {
            return Pass.PREVIEW;
        }

        @Override
        public String status() {
            return "PREVIEWING";
        }
    }

    /// Somebody is to see the preview, and confirm it.
    record AwaitingConfirmation(Details details, ListFile file, Plan plan, Tally tally) implements Import {
        public Importing confirm() {
            return new Importing(details, file, plan, plan.extent().chunks(), Tally.NONE);
        }

        public Cancelled cancel(Instant at) {
            return new Cancelled(details, file, Optional.empty(), Tally.NONE, at);
        }

        @Override
        public String status() {
            return "AWAITING_CONFIRMATION";
        }
    }

    /// Its chunks are read and written.
    record Importing(Details details, ListFile file, Plan plan, int remaining, Tally tally) implements Reading {
        /// @param all what became of all rows
        public Completed complete(Tally all, Instant at) {
            return new Completed(details, file, Optional.of(plan), all, at);
        }

        /// What was done stays done.
        public Failed fail(Failure failure, Instant at) {
            return new Failed(details, file, Optional.of(plan), failure, tally, at);
        }

        /// What was done stays done.
        public Cancelled cancel(Instant at) {
            return new Cancelled(details, file, Optional.of(plan), tally, at);
        }

        @Override
        public Pass pass() {
            return Pass.IMPORT;
        }

        @Override
        public String status() {
            return "IMPORTING";
        }
    }

    /// Every row met its fate; the report tells of those that were not imported.
    record Completed(Details details, ListFile file, Optional<Plan> plan, Tally tally, Instant finishedAt)
            implements Over {
        @Override
        public String status() {
            return "COMPLETED";
        }
    }

    /// What was done until then stays done.
    record Failed(Details details, ListFile file, Optional<Plan> plan, Failure failure, Tally tally, Instant finishedAt)
            implements Over {
        /// Before a row was read.
        public Failed(Details details, ListFile file, Failure failure, Instant finishedAt) {
            this(details, file, Optional.empty(), failure, Tally.NONE, finishedAt);
        }

        /// @param left the chunks that are not done
        public Optional<Importing> resume(int left) {
            return plan.map(known -> new Importing(details, file, known, left, tally));
        }

        @Override
        public String status() {
            return "FAILED";
        }
    }

    /// Somebody stopped it; what was done until then stays done.
    record Cancelled(Details details, ListFile file, Optional<Plan> plan, Tally tally, Instant finishedAt)
            implements Over {
        @Override
        public String status() {
            return "CANCELLED";
        }
    }

    /// What it added is being removed, chunk by chunk.
    ///
    /// @param kept rows whose people stay so far: they were called, changed, or are in another campaign
    record Undoing(Details details, ListFile file, Plan plan, int remaining, Tally tally, long kept)
            implements Reading {
        /// @param all the rows whose people stay
        public Undone undone(long all, Instant at) {
            return new Undone(details, file, Optional.of(plan), tally, all, at);
        }

        @Override
        public Pass pass() {
            return Pass.UNDO;
        }

        @Override
        public String status() {
            return "UNDOING";
        }
    }

    /// What it added is removed again, but for `kept` rows.
    record Undone(Details details, ListFile file, Optional<Plan> plan, Tally tally, long kept, Instant finishedAt)
            implements Over {
        @Override
        public String status() {
            return "UNDONE";
        }
    }

    /// How the list is read, and how much there is to do.
    record Plan(Layout layout, Extent extent) {}

    /// How much there is to do.
    record Extent(long rows, int chunks) {}

    /// The ways to go through a list's chunks; each chunk is done once in each, in this order.
    enum Pass {
        PREVIEW,
        IMPORT,
        UNDO
    }
}
