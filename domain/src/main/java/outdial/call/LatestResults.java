package outdial.call;

import java.time.Instant;
import outdial.contact.ContactId;
import outdial.workspace.WorkspaceId;

/// The result of the latest attempt to reach each contact, kept with the contact.
public interface LatestResults {
    /// Notes the result of the attempt that began at `at`; the result of an earlier attempt changes nothing,
    /// another result of the same attempt takes the place of the first.
    void note(WorkspaceId workspace, ContactId contact, Outcome outcome, Instant at);
}
