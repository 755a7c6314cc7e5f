package outdial.functions.api;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import outdial.functions.api.ApiKeys.Shown;
import outdial.workspace.ApiKey;
import outdial.workspace.WorkspaceId;
import outdial.workspace.Workspaces;

/// Finds out whose API key a request carries. Turns nobody away: an HTTP API cannot word a denial as
/// problem+json, so the context says who it is, or why nobody, and the API refuses.
public final class Doorkeeper {
    static final String WORKSPACE = "workspaceId";
    static final String ROLE = "role";
    static final String KEY = "keyId";
    static final String REFUSAL = "refusal";
    private static final String SCHEME = "bearer ";

    private final Workspaces workspaces;

    public Doorkeeper(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /// `{workspaceId, role, keyId}`, or `{refusal}` with the slug of a problem.
    public Map<String, String> contextOf(Optional<String> authorization) {
        if (authorization.isEmpty()) return refusal(KeyRefusal.MISSING_KEY);
        return bearer(authorization.get())
                .flatMap(ApiKeys::read)
                .map(this::contextOf)
                .orElseGet(() -> refusal(KeyRefusal.MALFORMED_KEY));
    }

    private Map<String, String> contextOf(Shown shown) {
        Optional<ApiKey> key = workspaces.key(shown.workspace(), shown.keyId()).filter(shown::opens);
        if (key.isEmpty()) return refusal(KeyRefusal.UNKNOWN_KEY);
        if (key.get().revokedAt().isPresent()) return refusal(KeyRefusal.REVOKED_KEY);
        WorkspaceId workspace = key.get().workspace();
        return Map.of(
                WORKSPACE,
                workspace.value(),
                ROLE,
                key.get().role().name(),
                KEY,
                key.get().keyId());
    }

    private static Map<String, String> refusal(KeyRefusal why) {
        return Map.of(REFUSAL, why.word());
    }

    private static Optional<String> bearer(String authorization) {
        boolean isBearer = authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        return isBearer ? Optional.of(authorization.substring(SCHEME.length()).strip()) : Optional.empty();
    }
}
