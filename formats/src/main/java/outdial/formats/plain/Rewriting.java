package outdial.formats.plain;

/// What became of a file that was to be made plain text.
public sealed interface Rewriting {
    /// All of it was written.
    record Done() implements Rewriting {}

    /// What was written, if anything, is of no use.
    ///
    /// @param detail what it is about, such as the names of files in an archive, fit to be shown; may be empty
    record Refused(Reason reason, String detail) implements Rewriting {}

    /// Why a file cannot be made plain text.
    enum Reason {
        /// It ends too early, or breaks the rules of its format.
        DAMAGED,
        /// Packed with a password.
        LOCKED,
        /// A workbook that is not `.xlsx`, or has a password.
        OTHER_WORKBOOK,
        /// A workbook without a visible sheet.
        NO_SHEET,
        /// An archive without a list.
        NO_LIST,
        /// An archive with more than one list.
        SEVERAL_LISTS,
        /// An archive or a workbook within an archive.
        NESTED,
        /// An archive or a workbook of more than [PlainText#LARGEST_PACKED].
        TOO_LARGE,
        /// It unpacks to more than [PlainText#LARGEST_UNPACKED], or [PlainText#HIGHEST_RATIO] times its size.
        UNPACKS_TOO_LARGE
    }
}
