package outdial.call;

import java.time.Instant;
import outdial.contact.ContactId;
import outdial.workspace.WorkspaceId;

/// The result of the latest attempt to reach each contact, kept with the contact.
public interface LatestResults {
    /// Notes a result; one that is older than the result noted before changes nothing.
    void note(WorkspaceId workspace, ContactId contact, Outcome outcome, Instant at);
}
