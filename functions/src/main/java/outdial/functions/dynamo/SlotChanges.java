package outdial.functions.dynamo;

import java.util.List;
import outdial.enrollment.Enrollments.SlotLimit;
import outdial.enrollment.Scope;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Parts of transactions that take slots and give them back.
final class SlotChanges {
    /// How often slots were taken or given back; an item as small as this costs no more for it.
    static final String CHANGES = "changes";

    private final String table;

    SlotChanges(Tables tables) {
        this.table = tables.name("Slots");
    }

    /// Takes `count` slots of each scope, on condition that the limit is what was seen and leaves room.
    List<TransactWriteItem> take(List<SlotLimit> limits, int count) {
        return limits.stream()
                .map(limit -> of(limit.scope())
                        .increase("active", count)
                        .increase(CHANGES, 1)
                        .when(
                                "#limit = ? AND #active <= ?",
                                Item.number(limit.limit()),
                                Item.number(limit.limit() - count))
                        .inTransaction())
                .toList();
    }

    /// Gives back one slot of each scope.
    List<TransactWriteItem> giveBack(List<Scope> scopes) {
        return scopes.stream()
                .map(scope ->
                        of(scope).increase("active", -1).increase(CHANGES, 1).inTransaction())
                .toList();
    }

    Change of(Scope scope) {
        return Change.of(table, Item.of("scope", scope.key()).map());
    }
}
