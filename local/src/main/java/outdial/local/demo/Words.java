package outdial.local.demo;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them.
final class Words {
    private Words() {}

    /// `0:07`, `12:34`.
    static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    /// `8.4`.
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
