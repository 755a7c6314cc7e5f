package outdial.local.telephony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import outdial.local.lambda.Invoker;

/// A switchboard whose time passes by hand.
final class Lab {
    static final String SOMEBODY = "+12065550101";
    static final String SOMEBODY_ELSE = "+12065550102";

    final ManualThreads time = new ManualThreads();
    final NetworkFaults faults = new NetworkFaults();
    final Ledger ledger;
    final Switchboard switchboard;

    Lab(People people, Quotas quotas, Invoker function) {
        this(people, quotas, function, Ledger.inMemory());
    }

    private Lab(People people, Quotas quotas, Invoker function, Ledger ledger) {
        this.ledger = ledger;
        var equipment = new Equipment(
                NetworkSettings.usual(), ledger, faults, time, new Equipment.Cloud(function, "CallFlow", time));
        this.switchboard = new Switchboard("app", quotas, people, equipment);
    }

    static Lab of(People people, Invoker function) {
        return new Lab(people, new Quotas(100, 100), function);
    }

    static Lab keptIn(Path directory, People people, Invoker function) {
        return new Lab(people, new Quotas(100, 100), function, Ledger.keptIn(LedgerFile.in(directory)));
    }

    Answer place(String to) {
        return switchboard.place(new CallRequest("app", "+12065550100", to, Map.of("attemptId", "a-1")));
    }

    /// The transaction of a call that was taken.
    String placed(String to) {
        if (place(to) instanceof Answer.Accepted(int status, String transactionId) && status == 201) {
            return transactionId;
        }
        throw new AssertionError("the call was not taken");
    }

    Lab pass(Duration time) {
        this.time.pass(time);
        return this;
    }

    /// Lets every call end.
    Lab finish() {
        return pass(Duration.ofHours(1));
    }

    CallRecord call(String transactionId) {
        return ledger.calls().stream()
                .filter(call -> call.transactionId().equals(transactionId))
                .findFirst()
                .orElseThrow();
    }

    Optional<Integer> codeOf(String transactionId) {
        return call(transactionId).sipCode();
    }
}
