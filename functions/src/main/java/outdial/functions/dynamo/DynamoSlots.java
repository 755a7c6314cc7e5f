package outdial.functions.dynamo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import outdial.dialing.Slots;
import outdial.enrollment.Scope;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `Slots`: one item per scope with `active` and `limit`.
public final class DynamoSlots implements Slots {
    private final Tables tables;
    private final SlotChanges changes;
    private final Batches batches;

    public DynamoSlots(Tables tables) {
        this.tables = tables;
        this.changes = new SlotChanges(tables);
        this.batches = new Batches(tables.client());
    }

    @Override
    public List<Use> of(List<Scope> scopes) {
        List<Map<String, AttributeValue>> keys = scopes.stream()
                .map(scope -> Item.of("scope", scope.key()).map())
                .toList();
        return batches.get(tables.name("Slots"), keys).stream()
                .map(row -> new Use(
                        new Scope(row.text("scope")), (int) row.numberOr("active", 0), (int) row.number("limit")))
                .sorted(Comparator.comparingInt(use -> scopes.indexOf(use.scope())))
                .toList();
    }

    @Override
    public void limit(Scope scope, int limit) {
        changes.of(scope)
                .set("limit", limit)
                .setIfAbsent("active", Item.number(0))
                .written(tables.client());
    }
}
