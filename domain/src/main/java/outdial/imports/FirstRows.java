package outdial.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;
import outdial.contact.EmailAddress;
import outdial.imports.Phones.Reading;
import outdial.phone.PhoneNumber;

/// Finds the rows of a list that repeat an earlier one: by phone, and where that is new, by e-mail address.
/// Rows come in file order.
///
/// A phone is compared as it is: up to 15 digits are a number. An e-mail address is compared by 128 bits of its
/// SHA-256: nobody has ever found two texts that share them.
final class FirstRows {
    /// Half of the memory, so that there is room for all else, and for the collector to work.
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 2;

    private final MessageDigest sha256 = sha256();
    private final RowTable byPhone = new RowTable(false);
    private final RowTable byEmail = new RowTable(true);
    private final long mostBytes;

    FirstRows() {
        this(MOST_BYTES);
    }

    FirstRows(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// Whether there is no room for more people.
    boolean full() {
        return byPhone.bytes() + byEmail.bytes() > mostBytes;
    }

    /// The earlier row of the same person, by its line; empty where this is the first, which is noted.
    OptionalLong firstOf(Identity.Known who, long line) {
        long phone =
                who.phone().map(Reading.Valid::phone).map(FirstRows::digits).orElse(0L);
        int first = phone == 0 ? 0 : byPhone.find(0, phone);
        if (who.email().isEmpty()) return first > 0 ? OptionalLong.of(first) : note(phone, line);
        ByteBuffer email = hash(who.email().get());
        if (first == 0) first = byEmail.find(email.getLong(0), email.getLong(Long.BYTES));
        if (first > 0) return OptionalLong.of(first);
        byEmail.put(email.getLong(0), email.getLong(Long.BYTES), Math.toIntExact(line));
        return note(phone, line);
    }

    private OptionalLong note(long phone, long line) {
        if (phone > 0) byPhone.put(0, phone, Math.toIntExact(line));
        return OptionalLong.empty();
    }

    private static long digits(PhoneNumber phone) {
        return Long.parseLong(phone.e164(), 1, phone.e164().length(), 10);
    }

    private ByteBuffer hash(EmailAddress email) {
        return ByteBuffer.wrap(sha256.digest(email.address().getBytes(UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
