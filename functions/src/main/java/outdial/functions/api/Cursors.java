package outdial.functions.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Ties a cursor to the list it was given out for, so that a port never sees one that is damaged or of another
/// list.
final class Cursors {
    private static final int CHECK_BYTES = 8;

    private Cursors() {}

    static String wrap(String list, String cursor) {
        byte[] check = check(list, cursor);
        byte[] text = cursor.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(check, CHECK_BYTES + text.length);
        System.arraycopy(text, 0, all, CHECK_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /// Empty where the cursor was not given out for this list.
    static Optional<String> unwrap(String list, String wrapped) {
        return decode(wrapped).filter(all -> all.length > CHECK_BYTES).flatMap(all -> {
            String cursor = new String(all, CHECK_BYTES, all.length - CHECK_BYTES, StandardCharsets.UTF_8);
            boolean ours = Arrays.equals(check(list, cursor), Arrays.copyOf(all, CHECK_BYTES));
            return ours ? Optional.of(cursor) : Optional.empty();
        });
    }

    private static byte[] check(String list, String cursor) {
        return Arrays.copyOf(Digests.sha256(list + "\n" + cursor), CHECK_BYTES);
    }

    private static Optional<byte[]> decode(String wrapped) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(wrapped));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
