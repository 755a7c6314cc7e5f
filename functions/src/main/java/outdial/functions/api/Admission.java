package outdial.functions.api;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import outdial.workspace.Role;
import outdial.workspace.WorkspaceId;

/// Who is calling, from what the authorizer found out; without a word from it, nobody is.
final class Admission {
    private Admission() {}

    /// @throws Refusal 401, the caller is not known
    static Caller caller(Map<String, String> context) {
        String workspace = context.getOrDefault(Doorkeeper.WORKSPACE, "");
        String key = context.getOrDefault(Doorkeeper.KEY, "");
        Optional<Role> role = role(context.getOrDefault(Doorkeeper.ROLE, ""));
        if (!WorkspaceId.valid(workspace) || key.isEmpty() || role.isEmpty()) {
            throw KeyRefusal.ofWord(context.getOrDefault(Doorkeeper.REFUSAL, ""))
                    .refusal();
        }
        return new Caller(new WorkspaceId(workspace), role.get(), key);
    }

    /// @throws Refusal 403, the caller's role does not allow it
    static void check(Access access, Caller caller) {
        if (access.allows(caller.role())) return;
        throw Refusal.of(
                ProblemType.ROLE_NOT_ALLOWED,
                "This needs a key with the role " + access.allowed() + "; this key is " + caller.role() + ".");
    }

    private static Optional<Role> role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }
}
