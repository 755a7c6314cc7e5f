package outdial.local.telephony;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;

/// Chance that comes out the same for the same seed and subject, whenever and in whatever order it is asked.
final class Dice {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom random;

    Dice(long seed, String subject) {
        long hash = FNV_OFFSET ^ seed;
        for (byte letter : subject.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ letter) * FNV_PRIME;
        }
        this.random = new SplittableRandom(hash);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}
