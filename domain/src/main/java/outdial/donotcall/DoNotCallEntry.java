package outdial.donotcall;

import java.time.Instant;
import java.util.Set;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;

/// A number that must not be contacted over `channels`. `source` tells who said so: `API`, `CALL`, `IMPORT`.
public record DoNotCallEntry(
        WorkspaceId workspace,
        PhoneNumber phone,
        Set<Channel> channels,
        String source,
        String reason,
        Instant addedAt) {
    /// The source of entries that came with a list.
    public static final String IMPORTED = "IMPORT";

    public DoNotCallEntry {
        channels = Set.copyOf(channels);
        if (channels.isEmpty()) throw new IllegalArgumentException("a do-not-call entry needs at least one channel");
    }
}
