package outdial.functions.api;

import java.time.Instant;
import java.util.Optional;
import outdial.workspace.ApiKey;
import outdial.workspace.Role;
import outdial.workspace.Workspaces;

/// API keys: issued, listed without their secrets, revoked.
record ApiKeyEndpoints(Workspaces workspaces) {
    private static final int LONGEST_LABEL = 100;

    /// `key` is there only in the answer that issues it.
    record ApiKeyJson(
            String keyId,
            Role role,
            String label,
            Instant createdAt,
            Optional<Instant> revokedAt,
            Optional<String> key) {
        static ApiKeyJson of(ApiKey key, Optional<String> shown) {
            return new ApiKeyJson(key.keyId(), key.role(), key.label(), key.createdAt(), key.revokedAt(), shown);
        }

        static ApiKeyJson of(ApiKey key) {
            return of(key, Optional.empty());
        }
    }

    Answer create(Request request) {
        Fields body = request.body("role", "label");
        Role role = body.choice("role", Role.class);
        String label = body.text("label", LONGEST_LABEL);
        ApiKeys.Issued issued = ApiKeys.issue(request.workspace(), role, label, request.time());
        workspaces.put(issued.kept());
        return Answer.created(
                        "/v1/api-keys/" + issued.kept().keyId(),
                        ApiKeyJson.of(issued.kept(), Optional.of(issued.shown())))
                .onlyOnce();
    }

    Answer list(Request request) {
        return request.answer(
                workspaces.keys(request.workspace(), request.page()).map(ApiKeyJson::of));
    }

    /// Nobody locks themselves out: the key that asks stays.
    Answer revoke(Request request) {
        String id = request.id("keyId");
        if (id.equals(request.who().keyId())) {
            throw Refusal.of(
                    ProblemType.ACTION_NOT_ALLOWED,
                    "A key cannot revoke itself; use another ADMIN key, so that the workspace keeps one.");
        }
        ApiKey key = workspaces
                .key(request.workspace(), id)
                .orElseThrow(() -> Refusal.notFound("This workspace has no API key with this id."));
        workspaces.put(key.revoke(request.time()));
        return Answer.nothing();
    }
}
