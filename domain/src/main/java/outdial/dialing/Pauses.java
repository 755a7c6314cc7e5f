package outdial.dialing;

import java.time.Instant;

/// Lets time pass.
public interface Pauses {
    void until(Instant instant);
}
