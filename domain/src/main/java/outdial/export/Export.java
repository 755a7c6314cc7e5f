package outdial.export;

import java.time.Instant;
import java.util.Optional;
import outdial.workspace.WorkspaceId;

/// An export in one of its states. The file grows by parts; what is on record of a part is only that it is
/// there, and where the list goes on behind it, so that whoever goes on writes the next one.
public sealed interface Export {
    Details details();

    /// The state's name in the API.
    String status();

    /// Rows that are in the file for certain.
    long rows();

    /// What is true of it in every state.
    ///
    /// @param id in the order of time
    /// @param who the API key that asked for it
    record Details(String id, WorkspaceId workspace, Selection selection, String who, Instant createdAt) {}

    /// It is not written yet; whoever has it may write until `leaseEnd`. `version` rises with each change.
    sealed interface Unfinished extends Export {
        long version();

        Optional<Instant> leaseEnd();

        /// The same, taken for writing until `end`.
        Unfinished take(Instant end);

        /// The same, for anybody to go on with.
        Unfinished letGo();

        default Failed fail(String why, Instant at) {
            return new Failed(details(), rows(), why, at);
        }

        default boolean isTaken(Instant now) {
            return leaseEnd().filter(now::isBefore).isPresent();
        }

        @Override
        default String status() {
            return "RUNNING";
        }
    }

    /// Parts are to be written. `upload` is the file that is open; it is empty before the first part.
    record Writing(
            Details details,
            Optional<String> upload,
            Optional<String> cursor,
            int parts,
            long rows,
            long version,
            Optional<Instant> leaseEnd)
            implements Unfinished {
        public Writing(Details details) {
            this(details, Optional.empty(), Optional.empty(), 0, 0, 1, Optional.empty());
        }

        @Override
        public Writing take(Instant end) {
            return new Writing(details, upload, cursor, parts, rows, version + 1, Optional.of(end));
        }

        Writing open(String newUpload) {
            return new Writing(details, Optional.of(newUpload), cursor, parts, rows, version + 1, leaseEnd);
        }

        Writing wrote(long more, String next) {
            return new Writing(details, upload, Optional.of(next), parts + 1, rows + more, version + 1, leaseEnd);
        }

        @Override
        public Writing letGo() {
            return new Writing(details, upload, cursor, parts, rows, version + 1, Optional.empty());
        }

        Closing wroteLast(long more, String openUpload) {
            return new Closing(details, openUpload, parts + 1, rows + more, version + 1, leaseEnd);
        }
    }

    /// All parts are written; the file is to be closed.
    record Closing(Details details, String upload, int parts, long rows, long version, Optional<Instant> leaseEnd)
            implements Unfinished {
        @Override
        public Closing take(Instant end) {
            return new Closing(details, upload, parts, rows, version + 1, Optional.of(end));
        }

        @Override
        public Closing letGo() {
            return new Closing(details, upload, parts, rows, version + 1, Optional.empty());
        }

        Completed complete(Instant at) {
            return new Completed(details, rows, at);
        }
    }

    /// It was tried as often as it may be; there is no file. `why` is for people.
    record Failed(Details details, long rows, String why, Instant finishedAt) implements Export {
        @Override
        public String status() {
            return "FAILED";
        }
    }

    /// The file is there, for [Exports#KEPT].
    record Completed(Details details, long rows, Instant finishedAt) implements Export {
        public Instant expiresAt() {
            return finishedAt.plus(Exports.KEPT);
        }

        public boolean isExpired(Instant now) {
            return !now.isBefore(expiresAt());
        }

        @Override
        public String status() {
            return "COMPLETED";
        }
    }
}
