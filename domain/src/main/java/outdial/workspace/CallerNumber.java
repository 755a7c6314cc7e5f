package outdial.workspace;

import outdial.phone.PhoneNumber;

/// A number calls are placed from. `concurrency` is the most calls it may be in at once.
public record CallerNumber(PhoneNumber phone, String label, String carrier, int concurrency) {
    public CallerNumber {
        if (concurrency < 1) throw new IllegalArgumentException("concurrency must be at least 1, was " + concurrency);
    }
}
