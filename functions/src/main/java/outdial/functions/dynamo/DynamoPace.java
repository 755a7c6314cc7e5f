package outdial.functions.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outdial.dialing.Pace;
import outdial.enrollment.Scope;

/// `Pace`: one item per scope with `nextStartAt` in epoch milliseconds. An interval counts in whole milliseconds,
/// rounded up.
public final class DynamoPace implements Pace {
    /// A reservation that loses against one in the past and then against one in the future was overtaken; hardly ever
    /// twice.
    private static final int MOST_TRIES = 10;

    private final Tables tables;

    public DynamoPace(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Instant> reserve(Scope scope, Instant earliest, Duration interval, Instant latest) {
        if (earliest.isAfter(latest)) return Optional.empty();
        long from = earliest.toEpochMilli();
        long step = interval.plusNanos(999_999).toMillis();
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Change atOnce = item(scope)
                    .set("nextStartAt", from + step)
                    .when("attribute_not_exists(#nextStartAt) OR #nextStartAt <= ?", Item.number(from));
            if (atOnce.written(tables.client())) return Optional.of(Instant.ofEpochMilli(from));
            Optional<Row> before = item(scope)
                    .increase("nextStartAt", step)
                    .when("#nextStartAt > ?", Item.number(from))
                    .when("#nextStartAt <= ?", Item.number(latest.toEpochMilli()))
                    .replaced(tables.client());
            if (before.isPresent())
                return Optional.of(Instant.ofEpochMilli(before.get().number("nextStartAt")));
            if (next(scope, tables).isAfter(latest)) return Optional.empty();
        }
        throw new IllegalStateException(
                "the pace of " + scope.key() + " could not be reserved in " + MOST_TRIES + " tries");
    }

    /// At a glance: whoever takes a place on the strength of it finds out.
    @Override
    public Instant next(Scope scope) {
        return next(scope, tables.atAGlance());
    }

    private static Instant next(Scope scope, Tables tables) {
        return new Batches(tables)
                .get(tables.name("Pace"), List.of(Item.of("scope", scope.key()).map())).stream()
                        .map(row -> Instant.ofEpochMilli(row.number("nextStartAt")))
                        .findFirst()
                        .orElse(Instant.EPOCH);
    }

    @Override
    public void pushBack(Scope scope, Instant until) {
        long at = until.toEpochMilli();
        // False where the pace is further on already, which is as good.
        var _ = item(scope)
                .set("nextStartAt", at)
                .when("attribute_not_exists(#nextStartAt) OR #nextStartAt < ?", Item.number(at))
                .written(tables.client());
    }

    private Change item(Scope scope) {
        return Change.of(tables.name("Pace"), Item.of("scope", scope.key()).map());
    }
}
