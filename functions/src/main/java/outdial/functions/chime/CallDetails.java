package outdial.functions.chime;

import java.util.Optional;
import outdial.phone.PhoneNumber;

/// The latest call from one number to another that there is a call detail record of; kept for a day.
public interface CallDetails {
    /// Of several records of one call the one that is billed longest counts. May be repeated, in any order.
    void note(CallDetail detail);

    Optional<CallDetail> latest(PhoneNumber from, PhoneNumber to);
}
