package outdial.workspace;

import java.time.Instant;
import java.time.ZoneId;

/// A tenant. `country` (ISO 3166 alpha-2) is assumed for phone numbers written without a country code.
public record Workspace(WorkspaceId id, String name, String country, ZoneId zone, Instant createdAt) {}
