package outdial.imports;

import java.util.List;
import outdial.contact.ContactId;

/// What became of a row.
public sealed interface Fate {
    /// Why it was not imported, as a sentence; empty where it was.
    default String message() {
        return "";
    }

    /// The name that it has in reports and counts.
    default Result result() {
        return switch (this) {
            case Imported _, Listed _ -> Result.IMPORTED;
            case Updated _ -> Result.UPDATED;
            case DuplicateInFile _ -> Result.DUPLICATE_IN_FILE;
            case DuplicateInCampaign _ -> Result.DUPLICATE_IN_CAMPAIGN;
            case DuplicateInAddressBook _ -> Result.DUPLICATE_IN_ADDRESS_BOOK;
            case OnDoNotCall _ -> Result.DO_NOT_CALL;
            case Invalid _ -> Result.INVALID;
        };
    }

    /// The column that is to blame; empty where none is.
    default String column() {
        return "";
    }

    /// Why it was not imported, as one word: `TOO_SHORT`, `DUPLICATE_IN_FILE`.
    default String reason() {
        return result().name();
    }

    record Imported(ContactId contact, List<Warning> warnings) implements Fate {
        public Imported {
            warnings = List.copyOf(warnings);
        }
    }

    /// The number is on the do-not-call list now.
    record Listed() implements Fate {}

    /// The person was in the address book, and what the row says of them is on file now.
    record Updated(ContactId contact, List<Warning> warnings) implements Fate {
        public Updated {
            warnings = List.copyOf(warnings);
        }
    }

    /// The person is already where the list would bring them.
    sealed interface Duplicate extends Fate {}

    /// @param firstLine of the row that has the person first; of a request, which has no lines, its number
    record DuplicateInFile(long firstLine) implements Duplicate {
        @Override
        public String message() {
            return "the same person as in row " + firstLine;
        }
    }

    record DuplicateInCampaign() implements Duplicate {
        @Override
        public String message() {
            return "already in the campaign";
        }
    }

    record DuplicateInAddressBook() implements Duplicate {
        @Override
        public String message() {
            return "already in the address book";
        }
    }

    record OnDoNotCall() implements Fate {
        @Override
        public String message() {
            return "on the do-not-call list";
        }
    }

    record Invalid(String column, RowProblem problem) implements Fate {
        @Override
        public String message() {
            return problem.message();
        }

        @Override
        public String reason() {
            return problem.name();
        }
    }

    /// The names that fates have in reports and counts.
    enum Result {
        IMPORTED,
        UPDATED,
        DUPLICATE_IN_FILE,
        DUPLICATE_IN_CAMPAIGN,
        DUPLICATE_IN_ADDRESS_BOOK,
        DO_NOT_CALL,
        INVALID
    }
}
