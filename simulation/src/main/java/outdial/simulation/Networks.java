package outdial.simulation;

import java.time.Duration;
import outdial.phone.PhoneNumber;

/// Numbers on which the network keeps failing before the phone rings, and what is held of their retries.
final class Networks {
    /// So often in a row; then the number is given up.
    static final int MOST_FAILURES = 24;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final int ONE_IN = 17;

    private Networks() {}

    static boolean keepFailingOn(PhoneNumber phone) {
        return Math.floorMod(phone.e164().hashCode(), ONE_IN) == 0;
    }

    /// The least pause after so many failures in a row: each time twice as long.
    static Duration pauseAfter(int failures) {
        Duration pause = FIRST_PAUSE;
        for (int n = 1; n < failures && pause.compareTo(LONGEST_PAUSE) < 0; n++) pause = pause.multipliedBy(2);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
