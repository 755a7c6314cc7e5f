package outdial.functions.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outdial.workspace.ApiKey;
import outdial.workspace.Role;
import outdial.workspace.WorkspaceId;

/// API keys as they are shown: `od_<workspaceId>_<keyId>_<secret>`. The secret is 256 random bits, so its plain
/// SHA-256 can be kept without salt.
public final class ApiKeys {
    private static final Pattern FORM =
            Pattern.compile("od_(?<workspace>[a-z0-9][a-z0-9-]{0,39})_(?<id>[0-9a-f]{12})_(?<secret>[0-9a-f]{64})");
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    private ApiKeys() {}

    /// A new key: what is kept of it, and what is shown once.
    public record Issued(ApiKey kept, String shown) {}

    public static Issued issue(WorkspaceId workspace, Role role, String label, Instant now) {
        String id = Ids.random(ID_BYTES);
        String secret = Ids.random(SECRET_BYTES);
        ApiKey kept = new ApiKey(workspace, id, role, label, Digests.sha256Hex(secret), now, Optional.empty());
        return new Issued(kept, "od_" + workspace + "_" + id + "_" + secret);
    }

    /// A key that somebody shows; whether it is a key at all is not known yet.
    record Shown(WorkspaceId workspace, String keyId, String secret) {
        /// Takes the same time whatever the secret is.
        boolean opens(ApiKey key) {
            return MessageDigest.isEqual(
                    Digests.sha256Hex(secret).getBytes(StandardCharsets.US_ASCII),
                    key.secretSha256().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /// Empty where the text is not in the form of a key.
    static Optional<Shown> read(String text) {
        Matcher key = FORM.matcher(text);
        return key.matches()
                ? Optional.of(new Shown(new WorkspaceId(key.group("workspace")), key.group("id"), key.group("secret")))
                : Optional.empty();
    }
}
