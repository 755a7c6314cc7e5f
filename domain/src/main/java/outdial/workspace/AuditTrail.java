package outdial.workspace;

import outdial.page.Page;
import outdial.page.PageRequest;

/// What was decided about the safety of calls and about who is told of them. Entries are only ever added, each
/// before what it tells of is done: there may be one of something that failed, but nothing is done without one.
public interface AuditTrail {
    void add(WorkspaceId workspace, AuditEntry entry);

    /// The entries of a workspace, the newest first.
    Page<AuditEntry> list(WorkspaceId workspace, PageRequest page);
}
