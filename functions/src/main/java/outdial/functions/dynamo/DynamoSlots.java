package outdial.functions.dynamo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.dialing.SlotCounts;
import outdial.dialing.Slots;
import outdial.enrollment.Scope;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `Slots`: one item per scope with `active`, `limit` and the campaigns that wait.
public final class DynamoSlots implements Slots, SlotCounts {
    /// An attribute for each campaign that waits: `waiting#<workspace>#<campaign>`, since when and until when.
    private static final String WAITING = "waiting#";

    private static final String RECOUNT_UNTIL = "recountUntil";

    private final Tables tables;
    private final SlotChanges changes;
    private final Batches batches;

    public DynamoSlots(Tables tables) {
        this.tables = tables;
        this.changes = new SlotChanges(tables);
        this.batches = new Batches(tables);
    }

    @Override
    public List<Use> of(List<Scope> scopes) {
        return rows(scopes).stream()
                .map(row -> new Use(
                        new Scope(row.text("scope")),
                        (int) row.numberOr("active", 0),
                        (int) row.number("limit"),
                        waiting(row),
                        Instant.ofEpochMilli(row.numberOr(RECOUNT_UNTIL, 0))))
                .sorted(Comparator.comparingInt(use -> scopes.indexOf(use.scope())))
                .toList();
    }

    private List<Row> rows(List<Scope> scopes) {
        List<Map<String, AttributeValue>> keys = scopes.stream()
                .map(scope -> Item.of("scope", scope.key()).map())
                .toList();
        return batches.get(tables.name("Slots"), keys);
    }

    @Override
    public List<Count> counts(List<Scope> scopes) {
        return rows(scopes).stream()
                .map(row -> new Count(
                        new Scope(row.text("scope")),
                        (int) row.numberOr("active", 0),
                        row.numberOr(SlotChanges.CHANGES, 0)))
                .toList();
    }

    @Override
    public void watch(Scope scope, Instant until) {
        // There is no condition that could fail.
        var _ = changes.of(scope).set(RECOUNT_UNTIL, until.toEpochMilli()).written(tables.client());
    }

    @Override
    public boolean correct(Count seen, int held) {
        return changes.of(seen.scope())
                .set("active", held)
                .increase(SlotChanges.CHANGES, 1)
                .when(
                        "(#changes = ? OR attribute_not_exists(#changes)) AND #active = ?",
                        Item.number(seen.changes()),
                        Item.number(seen.active()))
                .written(tables.client());
    }

    @Override
    public void await(Scope scope, CampaignRef campaign, Mark mark) {
        // There is no condition that could fail.
        var _ = changes.of(scope)
                .set(WAITING + campaign.workspace() + "#" + campaign.id(), text(mark))
                .written(tables.client());
    }

    @Override
    public void leave(Scope scope, CampaignRef campaign) {
        var _ = changes.of(scope)
                .remove(WAITING + campaign.workspace() + "#" + campaign.id())
                .written(tables.client());
    }

    private static Map<CampaignRef, Mark> waiting(Row row) {
        return row.names()
                .filter(name -> name.startsWith(WAITING))
                .collect(Collectors.toMap(
                        name -> campaign(name.substring(WAITING.length())), name -> mark(row.text(name))));
    }

    private static CampaignRef campaign(String name) {
        int cut = name.indexOf('#');
        return new CampaignRef(new WorkspaceId(name.substring(0, cut)), new CampaignId(name.substring(cut + 1)));
    }

    private static String text(Mark mark) {
        return mark.since().toEpochMilli() + " " + mark.until().toEpochMilli();
    }

    private static Mark mark(String text) {
        int cut = text.indexOf(' ');
        return new Mark(
                Instant.ofEpochMilli(Long.parseLong(text.substring(0, cut))),
                Instant.ofEpochMilli(Long.parseLong(text.substring(cut + 1))));
    }

    @Override
    public void limit(Scope scope, int limit) {
        changes.of(scope)
                .set("limit", limit)
                .setIfAbsent("active", Item.number(0))
                .written(tables.client());
    }
}
