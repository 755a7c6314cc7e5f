package outdial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outdial.bench.Tally.Asked;
import outdial.bench.Tally.Sum;
import outdial.local.telephony.People;
import outdial.local.telephony.Persona;
import outdial.local.telephony.Personas;

/// What it costs: from the requests that functions send while a campaign calls, and while it has nobody to call.
final class Counted {
    private static final double TIME_SCALE = 1.0 / 60;
    private static final int LINES = 10;
    private static final int WAITING_PEOPLE = 10;
    private static final int TICKS = 7;

    /// So long nothing is asked once all is done.
    private static final Duration QUIET = Duration.ofSeconds(2);

    /// What the operator asks for, and the minute, is not part of an attempt.
    private static final Set<String> NOT_OF_AN_ATTEMPT = Set.of("Api", "Authorizer", "Tick");

    private final Path root;
    private final int contacts;
    private final LogBytes logs;

    Counted(Path root, int contacts, LogBytes logs) {
        this.root = root;
        this.contacts = contacts;
        this.logs = logs;
    }

    /// @param requests what was asked for, a line for each kind
    record Found(List<Figure> figures, String requests) {}

    Found found() throws IOException {
        Meter meter = new Meter();
        People people = People.all(Personas.LISTENS);
        for (int n = contacts; n < contacts + WAITING_PEOPLE; n++) {
            people = people.with(Site.phone(n), new Persona[] {Personas.BUSY});
        }
        try (Site site = Site.open(root, people, TIME_SCALE, Optional.of(meter))) {
            Tally tally = meter.tally();
            String campaign = site.campaign(LINES, 0, contacts, 0);
            settle(tally);
            site.start(campaign);
            tally.forget();
            logs.forget();
            site.awaitEnded(contacts);
            settle(tally);
            Sum tables = tally.of(asked -> isOfAnAttempt(asked) && !isQueue(asked));
            Sum queues = tally.of(asked -> isOfAnAttempt(asked) && isQueue(asked));
            check(tally);
            double logged = (double) logs.bytes() / contacts;
            String requests = "Per attempt:\n\n" + tally.table(contacts);
            double idle = idleTick(site, tally);
            List<Figure> figures = List.of(
                    Figure.of("writeUnitsPerAttempt", tables.writeUnits() / contacts, 32),
                    Figure.of("readUnitsPerAttempt", tables.readUnits() / contacts, 8),
                    Figure.of("sqsRequestsPerAttempt", (double) queues.requests() / contacts, 3),
                    Figure.of("readUnitsPerIdleTick", idle, 1),
                    Figure.of("logBytesPerAttempt", logged, 1_024));
            return new Found(figures, requests + "\nAn idle tick:\n\n" + tally.table(1));
        }
    }

    /// Everybody was busy and waits until tomorrow: one campaign, one open group of one shard. The median, as the tick
    /// of
    /// the minute may fall in between.
    private double idleTick(Site site, Tally tally) throws IOException {
        String campaign = site.campaign(LINES, contacts, WAITING_PEOPLE, 1);
        site.start(campaign);
        site.awaitEnded(contacts + WAITING_PEOPLE);
        List<Double> units = new ArrayList<>();
        for (int i = 0; i < TICKS; i++) {
            settle(tally);
            tally.forget();
            site.tick();
            settle(tally);
            units.add(tally.of(asked -> true).readUnits());
        }
        check(tally);
        return units.stream().sorted().toList().get(TICKS / 2);
    }

    private static boolean isOfAnAttempt(Asked asked) {
        return !NOT_OF_AN_ATTEMPT.contains(asked.function());
    }

    private static boolean isQueue(Asked asked) {
        return asked.operation().startsWith("SendMessage");
    }

    private static void check(Tally tally) {
        int unknown = tally.of(asked -> asked.on().equals("NOT COUNTED")).requests();
        if (unknown > 0) {
            throw new IllegalStateException(unknown + " requests whose price is not known: " + tally.sums());
        }
    }

    private static void settle(Tally tally) throws IOException {
        do {
            Site.rest(QUIET);
        } while (tally.nanosSinceTheLast() < QUIET.toNanos());
    }
}
