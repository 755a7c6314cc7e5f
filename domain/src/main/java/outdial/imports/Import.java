package outdial.imports;

import java.time.Instant;

/// An import in one of its states.
public sealed interface Import {
    Details details();

    /// The list, once it is there.
    ListFile file();

    /// The state's name in the API.
    String status();

    /// What became of the rows that are done.
    Tally tally();

    /// A link to upload the list with was given out; it is good until `until`.
    record AwaitingUpload(Details details, Instant until) implements Import {
        public Planning uploaded(ListFile list) {
            return new Planning(details, list);
        }

        public Failed fail(Failure failure, Instant at) {
            return new Failed(details, ListFile.NONE, failure, Tally.NONE, at);
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

        public Importing begin(Layout layout, Extent extent) {
            return new Importing(details, file, layout, extent, extent.chunks(), Tally.NONE);
        }

        public Failed fail(Failure failure, Instant at) {
            return new Failed(details, file, failure, Tally.NONE, at);
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

    /// Its chunks are being read; `remaining` of them are not done.
    record Importing(Details details, ListFile file, Layout layout, Extent extent, int remaining, Tally tally)
            implements Import {
        /// Where the rows are.
        ListFile text() {
            return layout.textOf(file);
        }

        /// @param all what became of all rows
        public Completed complete(Tally all, Instant at) {
            return new Completed(details, file, all, at);
        }

        /// What was done stays done.
        public Failed fail(Failure failure, Instant at) {
            return new Failed(details, file, failure, tally, at);
        }

        @Override
        public String status() {
            return "IMPORTING";
        }
    }

    /// Every row met its fate; the report tells of those that were not imported.
    record Completed(Details details, ListFile file, Tally tally, Instant finishedAt) implements Import {
        @Override
        public String status() {
            return "COMPLETED";
        }
    }

    record Failed(Details details, ListFile file, Failure failure, Tally tally, Instant finishedAt) implements Import {
        @Override
        public String status() {
            return "FAILED";
        }
    }

    /// How much there is to do.
    record Extent(long rows, int chunks) {}
}
