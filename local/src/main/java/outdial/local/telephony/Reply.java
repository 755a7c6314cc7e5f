package outdial.local.telephony;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came back from the function for one event.
sealed interface Reply {
    /// A right reply. Absent actions keep those there are; absent attributes keep those there are, others replace them.
    record Orders(Optional<List<Action>> actions, Optional<Map<String, String>> attributes) implements Reply {}

    /// A reply that the service does not take; the function is told so by INVALID_LAMBDA_RESPONSE.
    record Refused(String errorType, String message) implements Reply {}

    /// The function failed twice or did not answer in time: the service hangs up.
    record Missing(String reason) implements Reply {}

    /// Whatever it was, nobody looks at it: the call is over.
    record Unread() implements Reply {}
}
