package outdial.workspace;

import java.time.Instant;

/// Who decided something about the safety of all calls of a workspace, or about who is told of them.
///
/// @param id sets apart entries of the same millisecond
/// @param by the key, or the operator
/// @param what the rule, region or webhook, or empty where the action says it all
/// @param reason empty where none was asked for
public record AuditEntry(String id, Instant at, String by, Action action, String what, String reason) {
    public enum Action {
        STOP,
        LIFT_STOP,
        RULE_OFF,
        RULE_ON,
        ALL_RULES_OFF,
        ALL_RULES_ON,
        BLOCK_REGION,
        UNBLOCK_REGION,
        ADD_WEBHOOK,
        REMOVE_WEBHOOK,
        ROTATE_WEBHOOK_SECRET,
        ENABLE_WEBHOOK,
        DISABLE_WEBHOOK
    }
}
