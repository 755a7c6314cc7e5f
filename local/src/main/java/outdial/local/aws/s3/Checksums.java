package outdial.local.aws.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// The checksums that clients send with `x-amz-checksum-…`, as a header or behind the body.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
final class Checksums {
    static final String HEADER = "x-amz-checksum-";

    /// One running checksum.
    interface Running {
        void update(byte[] bytes, int length);

        byte[] value();
    }

    private static final Map<String, Supplier<Running>> ALGORITHMS = new LinkedHashMap<>(Map.of(
            "crc32", () -> of(new CRC32()),
            "crc32c", () -> of(new CRC32C()),
            "crc64nvme", Crc64Nvme::new,
            "sha1", () -> of(digest("SHA-1")),
            "sha256", () -> of(digest("SHA-256"))));

    private Checksums() {}

    /// Running checksums of the algorithms that the request speaks of.
    static Map<String, Running> in(S3Request request) {
        Map<String, Running> running = new LinkedHashMap<>();
        String trailer = request.header("x-amz-trailer").orElse("");
        ALGORITHMS.forEach((name, algorithm) -> {
            if (request.header(HEADER + name).isPresent() || trailer.equalsIgnoreCase(HEADER + name)) {
                running.put(name, algorithm.get());
            }
        });
        return running;
    }

    /// The headers that keep the checksums, once they have been found to be what the client sent.
    static Map<String, String> verified(S3Request request, Map<String, Running> running, Map<String, String> trailers) {
        Map<String, String> headers = new LinkedHashMap<>();
        running.forEach((name, checksum) -> {
            String actual = Base64.getEncoder().encodeToString(checksum.value());
            String sent = Optional.ofNullable(trailers.get(HEADER + name))
                    .or(() -> request.header(HEADER + name))
                    .orElse(actual);
            if (!sent.equals(actual)) {
                throw S3Failure.of(400, "BadDigest", "The " + name + " you specified did not match what we received.");
            }
            headers.put(HEADER + name, actual);
        });
        return headers;
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Running of(Checksum checksum) {
        return new Running() {
            @Override
            public void update(byte[] bytes, int length) {
                checksum.update(bytes, 0, length);
            }

            @Override
            public byte[] value() {
                return ByteBuffer.allocate(Integer.BYTES)
                        .putInt((int) checksum.getValue())
                        .array();
            }
        };
    }

    private static Running of(MessageDigest digest) {
        return new Running() {
            @Override
            public void update(byte[] bytes, int length) {
                digest.update(bytes, 0, length);
            }

            @Override
            public byte[] value() {
                return digest.digest();
            }
        };
    }

    /// CRC-64/NVME: polynomial 0xAD93D23594C93659, reflected, inverted at both ends. The default of AWS CLI 2.
    private static final class Crc64Nvme implements Running {
        private static final long REFLECTED_POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
        private static final long[] TABLE = table();

        private long crc = -1;

        @Override
        public void update(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                crc = TABLE[(int) ((crc ^ bytes[i]) & 0xFF)] ^ (crc >>> 8);
            }
        }

        @Override
        public byte[] value() {
            return ByteBuffer.allocate(Long.BYTES).putLong(~crc).array();
        }

        private static long[] table() {
            long[] table = new long[256];
            for (int i = 0; i < table.length; i++) {
                long value = i;
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ REFLECTED_POLYNOMIAL;
                }
                table[i] = value;
            }
            return table;
        }
    }
}
