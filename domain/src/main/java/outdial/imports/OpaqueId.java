package outdial.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Ids that say nothing, made of what a thing is made of: the same seeds give the same id, whoever asks and however
/// often.
final class OpaqueId {
    /// 26 characters of five bits: 130 bits of SHA-256.
    static final int LENGTH = 26;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final byte BETWEEN_SEEDS = 0;

    private OpaqueId() {}

    static String of(String... seeds) {
        MessageDigest digest = sha256();
        for (String seed : seeds) {
            digest.update(seed.getBytes(UTF_8));
            digest.update(BETWEEN_SEEDS);
        }
        return base32(digest.digest());
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder(LENGTH);
        int bits = 0;
        int held = 0;
        for (int i = 0; text.length() < LENGTH; ) {
            if (held < 5) {
                bits = (bits << 8) | (bytes[i++] & 0xFF);
                held += 8;
            }
            held -= 5;
            text.append(ALPHABET.charAt((bits >> held) & 31));
            bits &= (1 << held) - 1;
        }
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
