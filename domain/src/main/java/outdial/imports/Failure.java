package outdial.imports;

/// Why nothing, or no more, was imported, and what to do about it.
public record Failure(Reason reason, String message) {
    public static Failure of(Reason reason) {
        return new Failure(reason, reason.advice);
    }

    /// @param detail what it is about, such as the names of files; comes before the advice
    public static Failure of(Reason reason, String detail) {
        return new Failure(reason, detail.isEmpty() ? reason.advice : detail + ". " + reason.advice);
    }

    /// The reasons, each with a sentence that says what to do.
    public enum Reason {
        BAD_PATH("Lists are read from imports/WORKSPACE/CAMPAIGN/name.csv, or imports/WORKSPACE/contacts/name.csv for"
                + " the address book alone. Put the list there."),
        UNKNOWN_WORKSPACE("There is no such workspace. Check the second part of the path."),
        UNKNOWN_CAMPAIGN("There is no such campaign in the workspace. Check the third part of the path."),
        CAMPAIGN_CLOSED("The campaign is completed, cancelled or archived and takes no more contacts. Use another"
                + " campaign, or a duplicate of this one."),
        BAD_FILE_NAME("The name of the file must be 1 to 200 characters without slashes. Rename the file."),
        UPLOAD_NOT_ASKED_FOR("No upload is waiting for this list, or its link was used already. Ask for a new link and"
                + " upload the list again."),
        EMPTY_FILE("The list is empty. Save it with a header and one row for each person."),
        BINARY("The file is neither a text, nor an Excel workbook, nor a zip or gzip archive. Save the list as CSV (in"
                + " Excel: CSV UTF-8) and drop it again."),
        UNKNOWN_ENCODING("The list is a text in an encoding that is neither UTF-8, UTF-16 nor Windows-1252. Save it as"
                + " CSV UTF-8 and drop it again."),
        DAMAGED_FILE("The file is damaged or not complete. Make it anew, see that it opens, and drop it again."),
        LOCKED_FILE("The archive has a password. Pack the list without one and drop it again."),
        OTHER_WORKBOOK("The workbook is not an .xlsx, or has a password. Save it as .xlsx without a password, or as CSV"
                + " UTF-8, and drop it again."),
        NO_SHEET("The workbook has no sheet that can be seen. Save the list as CSV UTF-8 and drop it again."),
        NO_LIST_INSIDE("The archive holds no .csv, .tsv or .txt file. Pack the list itself and drop it again."),
        SEVERAL_LISTS_INSIDE("An archive may hold one list. Drop each list by itself."),
        NESTED_ARCHIVE("The archive holds another archive or a workbook. Unpack it and drop the list itself."),
        ARCHIVE_TOO_LARGE(
                "Archives and workbooks may have 256 MB. Drop the list itself as CSV, which may be of any" + " size."),
        UNPACKS_TOO_LARGE("The archive or workbook unpacks to far more than a list has. Drop the list itself as CSV,"
                + " which may be of any size."),
        NO_HEADER("The first row is a person, not names of columns. Put a first row such as phone,first_name,last_name"
                + " above it."),
        BROKEN_HEADER("The first row has a quotation mark that nothing closes, or is longer than 64 KB. Mend it and"
                + " drop the list again."),
        NO_PHONE_COLUMN("No column has phone numbers. Name one of them phone."),
        MAPPED_COLUMN_MISSING(
                "A column that the mapping needs is not in the list. Name the column so, or change the mapping."),
        NO_ROWS("The list has a header and no rows."),
        LIST_TOO_LONG("The list has more people than can be compared with each other in one go. Cut it into lists of"
                + " 5,000,000 rows and bring each."),
        CHUNK_FAILED(
                "A part of the list could not be read or written, several times over. What was imported stays; resume"
                        + " the import to go on where it stopped."),
        PREVIEW_FAILED("A part of the list could not be read, several times over. Nothing was imported. Bring the list"
                + " again."),
        UNDONE("The people that this request added were removed again. To add them once more, send another request."),
        INTERRUPTED("The request broke off. Send the rows again: those that were added will not be added twice."),
        MAIL_NOT_CLEAN("The mail was taken for spam or carries a virus."),
        MAIL_NOT_AUTHENTIC("Nothing proves that the mail comes from the address it names: it needs DMARC, or a DKIM"
                + " signature of the sender's own domain."),
        MAIL_WITHOUT_SENDER(
                "No sender could be read from the mail: it names none, or its header is damaged or endless. Mail"
                        + " the list from an ordinary mail program."),
        MAIL_TOO_COMPLEX(
                "It has more than 100 files, parts nested more than 20 deep, or a part whose header does not end."
                        + " Mail the list by itself, in a new mail."),
        SENDER_NOT_ALLOWED("The sender is not among the campaign's allowed senders. Add the address to the campaign's"
                + " mail settings."),
        NO_ATTACHMENT("The mail has no list attached. Attach one as .csv, .tsv, .txt, .csv.gz, .zip or .xlsx."),
        ATTACHMENT_TOO_LARGE("The attached file is larger than 25 MB. Upload it instead."),
        OUTLOOK_ATTACHMENT(
                "Outlook packed the attachments into winmail.dat, which only Outlook opens. In Outlook choose File,"
                        + " Options, Mail, Message format, and send to Internet recipients as HTML or plain text; then"
                        + " mail the list again."),
        OUTLOOK_MESSAGE(
                "This is a mail that Outlook saved, and only Outlook opens it. Open it, save the list that is attached"
                        + " to it, and mail that."),
        OLD_SPREADSHEET(
                "This kind of spreadsheet cannot be read. Save the list as CSV UTF-8, or as .xlsx, and mail it again."),
        SEALED_MAIL(
                "The mail is encrypted, or sealed by its signature, so its attachments cannot be read. Mail the list"
                        + " without encryption.");

        private final String advice;

        Reason(String advice) {
            this.advice = advice;
        }
    }
}
