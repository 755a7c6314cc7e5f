package outdial.functions.api;

import outdial.workspace.Role;
import outdial.workspace.WorkspaceId;

/// Whose key a request carries; the workspace comes from here and from nowhere else.
record Caller(WorkspaceId workspace, Role role, String keyId) {}
