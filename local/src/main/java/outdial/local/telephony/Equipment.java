package outdial.local.telephony;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import outdial.local.lambda.FunctionFailed;
import outdial.local.lambda.Invoker;

/// What all lines of a network share.
record Equipment(NetworkSettings settings, Ledger ledger, NetworkFaults faults, Threads threads, Cloud cloud) {
    /// The function at the other side, the time there, and where records are kept.
    record Cloud(Invoker invoker, String function, Clock clock, CallDetails details) {
        Cloud(Invoker invoker, String function, Clock clock) {
            this(invoker, function, clock, CallDetails.none());
        }

        String invoke(byte[] event) throws FunctionFailed {
            return new String(invoker.invoke(function, event), StandardCharsets.UTF_8);
        }
    }

    Instant now() {
        return cloud.clock().instant();
    }
}
