package outdial.webhook;

import outdial.workspace.WorkspaceId;

/// One event on its way to one webhook.
///
/// @param eventId the same at every try, by which a receiver knows what it has seen
/// @param body the event as JSON, as it is sent and signed
public record Delivery(WorkspaceId workspace, String webhookId, String eventId, String body) {}
