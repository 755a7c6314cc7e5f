package outdial.imports;

/// Why a row cannot be imported.
public enum RowProblem {
    MISSING("there is no phone number"),
    TOO_SHORT("the phone number has too few digits"),
    TOO_LONG("the phone number has too many digits"),
    NOT_ASSIGNED("no such phone number has been given out"),
    NO_COUNTRY("the phone number has no country code, or one that does not exist"),
    NOT_A_NUMBER("this is no phone number"),
    DIGITS_LOST(
            "a spreadsheet rounded the phone number and digits are lost: format the column as text in the spreadsheet,"
                    + " enter the number again and save the list"),
    NO_PLUS("the phone number is none in its country, but would be one of another with a + before it: write the +, or"
            + " name the country in a column called country"),
    SEVERAL_NUMBERS("the cell has more than one phone number: leave the one to call"),
    NO_ADDRESS("there is neither a phone number nor an e-mail address"),
    NO_PHONE_ON_FILE("the person with this e-mail address is in the address book without a phone number"),
    UNCLOSED_QUOTE("a quotation mark opens a cell and nothing closes it"),
    ROW_TOO_LONG("the row is too long"),
    BAD_ENCODING("the row has bytes that are no text in the encoding of the list");

    private final String message;

    RowProblem(String message) {
        this.message = message;
    }

    /// What is wrong, as the middle of a sentence.
    public String message() {
        return message;
    }
}
