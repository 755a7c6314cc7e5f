package outdial.functions.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.rules.Policies;
import outdial.rules.Policy;
import outdial.rules.Switches;
import outdial.workspace.Stop;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `Policies`: the item `policy` of each workspace, and one of no workspace for the whole deployment, which an
/// operator may also write by hand.
public final class DynamoPolicies implements Policies {
    private static final String POLICY = "policy";
    private static final String RULES_VERSION = "rulesVersion";
    private static final List<String> RULES = List.of("allOff", "off", "on", "blocked");

    /// No workspace has such an id.
    private static final Map<String, AttributeValue> DEPLOYMENT =
            Item.of("workspaceId", "*").put("item", POLICY).map();

    private final Tables tables;
    private final String table;

    public DynamoPolicies(Tables tables) {
        this.tables = tables;
        this.table = tables.name("Workspaces");
    }

    @Override
    public Policy of(WorkspaceId workspace) {
        List<Row> rows = new Batches(tables).get(table, List.of(DEPLOYMENT, Keys.workspace(workspace, POLICY)));
        Optional<Row> own = rows.stream()
                .filter(row -> row.text("workspaceId").equals(workspace.value()))
                .findFirst();
        return new Policy(
                rows.stream().flatMap(row -> PolicyItems.stop(row).stream()).findFirst(),
                own.map(PolicyItems::switches).orElse(Switches.UNTOUCHED));
    }

    @Override
    public void stop(WorkspaceId workspace, Optional<Stop> stop) {
        put(Keys.workspace(workspace, POLICY), stop);
    }

    @Override
    public void stopAll(Optional<Stop> stop) {
        put(DEPLOYMENT, stop);
    }

    private void put(Map<String, AttributeValue> key, Optional<Stop> stop) {
        Change change = Change.of(table, key);
        stop.ifPresentOrElse(set -> change.set("stop", Item.map(PolicyItems.stop(set))), () -> change.remove("stop"));
        // There is no condition that could fail.
        var _ = change.written(tables.client());
    }

    @Override
    public boolean change(WorkspaceId workspace, Switches from, Switches to) {
        Map<String, AttributeValue> key = Keys.workspace(workspace, POLICY);
        Optional<Row> stored =
                new Batches(tables).get(table, List.of(key)).stream().findFirst();
        if (!stored.map(PolicyItems::switches).orElse(Switches.UNTOUCHED).equals(from)) return false;
        long version = stored.map(row -> row.numberOr(RULES_VERSION, 0)).orElse(0L);
        Map<String, AttributeValue> rules = PolicyItems.switches(to);
        Change change = Change.of(table, key).setAll(rules).set(RULES_VERSION, version + 1);
        RULES.stream().filter(name -> !rules.containsKey(name)).forEach(change::remove);
        return (version == 0
                        ? change.when("attribute_not_exists(#" + RULES_VERSION + ")")
                        : change.when("#" + RULES_VERSION + " = ?", Item.number(version)))
                .written(tables.client());
    }
}
