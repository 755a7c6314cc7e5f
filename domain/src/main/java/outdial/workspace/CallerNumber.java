package outdial.workspace;

import java.util.OptionalInt;
import outdial.phone.PhoneNumber;

/// A number calls are placed from. `concurrency` is the most calls it may be in at once, `dailyLimit` the most
/// it may start on one day in UTC.
public record CallerNumber(PhoneNumber phone, String label, String carrier, int concurrency, OptionalInt dailyLimit) {
    public CallerNumber {
        if (dailyLimit.isPresent() && dailyLimit.getAsInt() < 1)
            throw new IllegalArgumentException("dailyLimit must be at least 1, was " + dailyLimit.getAsInt());
        if (concurrency < 1) throw new IllegalArgumentException("concurrency must be at least 1, was " + concurrency);
    }

    public CallerNumber(PhoneNumber phone, String label, String carrier, int concurrency) {
        this(phone, label, carrier, concurrency, OptionalInt.empty());
    }
}
