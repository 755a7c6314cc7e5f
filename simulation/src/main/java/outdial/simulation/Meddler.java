package outdial.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import outdial.campaign.Campaigns;
import outdial.dialing.Carrier;
import outdial.enrollment.Enrollments;
import outdial.memory.Interposed;
import outdial.memory.Memory;
import outdial.simulation.Faults.Kind;

/// Stands between the use cases and their ports: lets others go on before each effect, has handlers die before
/// or after it, lets writes fail or their answers get lost, and shows the watch every effect.
final class Meddler implements Interposed.Around {
    private static final Duration USUAL_LATENCY = Duration.ofMillis(50);
    private static final Duration SLOW_LATENCY = Duration.ofSeconds(2);
    private static final Duration STALL = Duration.ofSeconds(30);

    /// The carrier's client gives up after this; what it was asked later than that was never asked.
    static final Duration SLOW_CARRIER = Duration.ofSeconds(2);

    static final Set<String> READS = Set.of(
            "find",
            "of",
            "among",
            "busy",
            "due",
            "expired",
            "next",
            "list",
            "running",
            "anyUnfinished",
            "callerNumber",
            "byPhone",
            "claimants",
            "variables",
            "capabilities");

    /// A retry of these after a lost answer finds its own write, and says that it lost.
    private static final Set<String> FORGETFUL = Set.of("change", "correct", "learn");

    private final Schedule schedule;
    private final Troubles troubles;
    private final Watch watch;
    private final Memory memory;
    private final Tampering tampering;
    private final StaleIndex index;

    Meddler(Stage stage, Tampering tampering) {
        this.schedule = stage.schedule();
        this.troubles = stage.troubles();
        this.watch = stage.watch();
        this.memory = stage.memory();
        this.tampering = tampering;
        this.index = new StaleIndex(troubles);
    }

    @Override
    public Object call(Interposed.Call call) {
        boolean write = !READS.contains(call.name());
        boolean carrier = call.of(Carrier.class);
        if (troubles.has(Kind.INTERLEAVING)) schedule.pause(latency(carrier));
        before(call, write);
        Object answer = tampering.call(memory, call);
        watch.effect(call, answer);
        after(call, write && !carrier);
        return write ? answered(call, answer) : read(call, answer);
    }

    private void before(Interposed.Call call, boolean write) {
        if (schedule.current().isOverTime(schedule.now())) throw died(call, "out of time before");
        if (troubles.strike(Kind.CRASHES, 0.004)) throw died(call, "died before");
        if (write && !call.of(Carrier.class) && troubles.strike(Kind.WRITES, 0.006))
            throw died(call, "throttled or in conflict at");
    }

    private void after(Interposed.Call call, boolean write) {
        if (troubles.strike(Kind.CRASHES, 0.004)) throw died(call, "died after");
        if (write && troubles.strike(Kind.WRITES, 0.003)) throw died(call, "never heard of");
    }

    private Object answered(Interposed.Call call, Object answer) {
        boolean forgets = FORGETFUL.contains(call.name()) && (call.of(Enrollments.class) || call.of(Campaigns.class));
        if (!forgets || !troubles.strike(Kind.WRITES, 0.02)) return answer;
        watch.note("was not told the answer of", call.name(), answer);
        return false;
    }

    private Object read(Interposed.Call call, Object answer) {
        if (!call.of(Enrollments.class) || !troubles.has(Kind.INDEXES)) return answer;
        return switch (answer) {
            case Enrollments.Due due -> shown(due, index.due(call.arguments(), due));
            case java.util.List<?> expired when call.name().equals("expired") -> index.expired(expired);
            default -> answer;
        };
    }

    private Enrollments.Due shown(Enrollments.Due there, Enrollments.Due shown) {
        watch.looked(there, shown);
        return shown;
    }

    private Died died(Interposed.Call call, String how) {
        watch.note(how, call.name(), Optional.empty());
        return new Died(how + " " + call.name());
    }

    private Duration latency(boolean carrier) {
        if (carrier) return troubles.upTo(SLOW_CARRIER);
        if (troubles.strike(Kind.DELAYS, 0.0005)) return troubles.upTo(STALL);
        if (troubles.strike(Kind.DELAYS, 0.03)) return troubles.upTo(SLOW_LATENCY);
        return troubles.upTo(USUAL_LATENCY);
    }
}
