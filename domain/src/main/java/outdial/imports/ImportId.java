package outdial.imports;

import java.time.Instant;
import java.util.regex.Pattern;
import outdial.contact.ContactId;

/// Names an import: 7 characters of time, so that a list of imports is in order of time, and 19 of a hash of
/// what makes the import this one. A list that was dropped once has one id, however often it is announced.
public record ImportId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{26}");
    private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int TIME_LENGTH = 7;
    private static final int BITS = 5;

    public ImportId {
        if (!valid(value)) throw new IllegalArgumentException("an import id is 26 of a-z and 2-7, was " + value);
    }

    public static boolean valid(String value) {
        return FORM.matcher(value).matches();
    }

    /// The same for the same second and seeds.
    public static ImportId of(Instant at, String... seeds) {
        return new ImportId(time(at.getEpochSecond()) + OpaqueId.of(seeds).substring(TIME_LENGTH));
    }

    /// The contact that a row makes, unless the person is in the address book already.
    ContactId contactOf(long row) {
        return new ContactId(OpaqueId.of(value, Long.toString(row)));
    }

    /// What an enrollment says of where it comes from, so that a row that is read again finds itself.
    String sourceOf(long row) {
        return sources() + row;
    }

    /// What the sources of all rows begin with.
    String sources() {
        return value + "#";
    }

    /// Whether the row of this import that a source names made the contact, rather than found it on file.
    boolean madeBy(ContactId contact, String source) {
        return contactOf(Long.parseLong(source.substring(sources().length()))).equals(contact);
    }

    /// 35 bits of seconds, enough until the year 3058; the alphabet is in ASCII order, as DynamoDB sorts.
    private static String time(long seconds) {
        StringBuilder text = new StringBuilder(TIME_LENGTH);
        for (int shift = (TIME_LENGTH - 1) * BITS; shift >= 0; shift -= BITS) {
            text.append(ALPHABET.charAt((int) (seconds >> shift) & 31));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
