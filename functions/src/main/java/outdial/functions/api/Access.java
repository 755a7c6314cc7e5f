package outdial.functions.api;

import java.util.Arrays;
import java.util.stream.Collectors;
import outdial.workspace.Role;

/// Who may use a route.
enum Access {
    /// No key is needed.
    ANYBODY,
    READS,
    OPERATES,
    ADDS_CONTACTS,
    ADMINISTERS;

    boolean allows(Role role) {
        return switch (this) {
            case ANYBODY -> true;
            case READS -> role.reads();
            case OPERATES -> role.operates();
            case ADDS_CONTACTS -> role.addsContacts();
            case ADMINISTERS -> role == Role.ADMIN;
        };
    }

    /// Such as `ADMIN or OPERATOR`.
    String allowed() {
        return Arrays.stream(Role.values()).filter(this::allows).map(Role::name).collect(Collectors.joining(" or "));
    }
}
