package outdial.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.donotcall.Channel;
import outdial.donotcall.DoNotCallEntry;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

/// Since when each number must not be called.
final class Stops {
    private final Map<Line, Since> stopped = new HashMap<>();
    private final Set<Line> ever = new HashSet<>();

    private record Line(WorkspaceId workspace, PhoneNumber phone) {}

    /// `effect` is the one that put the number on the list.
    record Since(long effect, Instant at) {}

    void added(DoNotCallEntry entry, long effect, Instant at) {
        if (!entry.channels().contains(Channel.PHONE)) return;
        Line number = new Line(entry.workspace(), entry.phone());
        stopped.putIfAbsent(number, new Since(effect, at));
        ever.add(number);
    }

    void removed(WorkspaceId workspace, PhoneNumber phone) {
        stopped.remove(new Line(workspace, phone));
    }

    /// Also where the number was taken off the list again.
    boolean everStopped(WorkspaceId workspace, PhoneNumber phone) {
        return ever.contains(new Line(workspace, phone));
    }

    Optional<Since> of(WorkspaceId workspace, PhoneNumber phone) {
        return Optional.ofNullable(stopped.get(new Line(workspace, phone)));
    }
}
