package outdial.workspace;

import java.time.Instant;
import java.util.Optional;

/// An API key as it is kept: never the secret, only its SHA-256 in hexadecimal.
public record ApiKey(
        WorkspaceId workspace,
        String keyId,
        Role role,
        String label,
        String secretSha256,
        Instant createdAt,
        Optional<Instant> revokedAt) {

    /// Refused from now on; a key that was revoked before keeps its time.
    public ApiKey revoke(Instant now) {
        return new ApiKey(workspace, keyId, role, label, secretSha256, createdAt, Optional.of(revokedAt.orElse(now)));
    }
}
