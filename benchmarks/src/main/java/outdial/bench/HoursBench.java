package outdial.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outdial.campaign.CampaignType;
import outdial.campaign.RetryRules;
import outdial.campaign.Settings;
import outdial.dialing.Law;
import outdial.dialing.OpenGroups;
import outdial.dialing.Openings;
import outdial.enrollment.CallingGroup;
import outdial.functions.phone.NumberingAtlas;
import outdial.rules.Area;
import outdial.rules.Rulebook;
import outdial.rules.Switches;

/// `./outdial bench hours`: what it costs to decide whether a contact's calling group is open, over the passes
/// of an hour.
final class HoursBench {
    static final String USAGE = "hours [--json]";

    private static final String NAME = "hoursNanosPerContact";
    private static final int BUDGET_NANOS = 20;
    private static final int PASSES = 3_600;
    private static final int CONTACTS_A_PASS = 1_000;
    private static final int RUNS = 5;
    /// Time of this thread on the processor: other programs do not count.
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private static final double HUNDREDTHS = 100;
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final List<String> STATES = List.of("US-NY", "US-FL", "US-TX", "US-CA", "US-IL", "US-WA");
    private static final List<String> ZONES = List.of("America/New_York", "America/Chicago", "America/Los_Angeles");

    private final PrintStream out;

    HoursBench(PrintStream out) {
        this.out = out;
    }

    /// @throws IllegalArgumentException with a sentence for the user
    void run(List<String> arguments) {
        boolean json = arguments.equals(List.of("--json"));
        if (!json && !arguments.isEmpty()) {
            throw new IllegalArgumentException("There is no option " + arguments.getFirst() + ".");
        }
        List<Double> nanos = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) nanos.add(nanosPerContact());
        Figure figure = Figure.of(NAME, nanos.stream().sorted().toList().get(RUNS / 2), BUDGET_NANOS);
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("bench", "hours")
                    .put(NAME, Math.round(figure.value() * HUNDREDTHS) / HUNDREDTHS));
        } else {
            out.println(figure.line());
        }
    }

    /// A pass each second, from nothing known: each group is decided anew whenever its answer may have changed.
    private static double nanosPerContact() {
        List<String> groups = groups();
        Settings settings = settings();
        OpenGroups open = new OpenGroups(new Law(Rulebook.shipped(), new NumberingAtlas()), Duration.ofMinutes(1));
        int callable = 0;
        long begun = PROCESSOR.getCurrentThreadCpuTime();
        for (int pass = 0; pass < PASSES; pass++) {
            Openings openings = open.at(NOON.plusSeconds(pass), settings, Switches.UNTOUCHED);
            for (int contact = 0; contact < CONTACTS_A_PASS; contact++) {
                if (openings.isOpen(groups.get(contact % groups.size()))) callable++;
            }
        }
        long taken = PROCESSOR.getCurrentThreadCpuTime() - begun;
        if (callable == 0) throw new IllegalStateException("nobody could be called at noon");
        return (double) taken / ((long) PASSES * CONTACTS_A_PASS);
    }

    /// Each state with each zone.
    private static List<String> groups() {
        return STATES.stream()
                .flatMap(state -> ZONES.stream()
                        .map(zone -> CallingGroup.of(Area.of(List.of(zone), List.of(state)), 1)
                                .name()))
                .toList();
    }

    private static Settings settings() {
        return new Settings(
                "Bench",
                CampaignType.ONE_TIME,
                Optional.empty(),
                List.of(),
                Settings.Limits.DEFAULT,
                RetryRules.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
