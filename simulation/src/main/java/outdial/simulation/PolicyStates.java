package outdial.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.rules.Switches;

/// What the workspace, and who runs the deployment, have decided about all calls, and since when.
final class PolicyStates {
    private final Versions<Switches> switches = new Versions<>();
    private Optional<Stops.Since> workspace = Optional.empty();
    private Optional<Stops.Since> deployment = Optional.empty();
    private Instant latestEnd = Instant.MIN;

    void stopped(Optional<?> stop, long effect, Instant at) {
        workspace = stop.map(_ -> workspace.orElse(new Stops.Since(effect, at)));
        if (stop.isEmpty()) latestEnd = at;
    }

    void allStopped(Optional<?> stop, long effect, Instant at) {
        deployment = stop.map(_ -> deployment.orElse(new Stops.Since(effect, at)));
        if (stop.isEmpty()) latestEnd = at;
    }

    void switched(Switches to, Instant at) {
        switches.add(at, to);
    }

    /// The stops that are on, of the workspace and of the whole deployment, and since when.
    List<Stops.Since> stops() {
        return Stream.of(workspace, deployment).flatMap(Optional::stream).toList();
    }

    /// Whether there was no stop at any moment since then.
    boolean wentOnSince(Instant then) {
        return stops().isEmpty() && latestEnd.isBefore(then);
    }

    List<Switches> since(Instant then) {
        List<Switches> found = switches.since(then);
        return found.isEmpty() ? List.of(Switches.UNTOUCHED) : found;
    }
}
