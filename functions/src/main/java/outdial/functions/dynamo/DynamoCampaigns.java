package outdial.functions.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import outdial.campaign.Campaign;
import outdial.campaign.CampaignRef;
import outdial.campaign.Campaigns;
import outdial.enrollment.Scope;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// `Campaigns`: one item each. The sparse index `running` holds those that the tick looks after.
public final class DynamoCampaigns implements Campaigns {
    private final Tables tables;
    private final String table;
    private final Transactions transactions;
    private final SlotChanges slots;
    private final Turns turns;

    public DynamoCampaigns(Tables tables) {
        this.tables = tables;
        this.table = tables.name("Campaigns");
        this.transactions = new Transactions(tables.client());
        this.slots = new SlotChanges(tables);
        this.turns = new Turns(tables.client(), table);
    }

    @Override
    public void add(Campaign.Draft draft) {
        TransactWriteItem put = TransactWriteItem.builder()
                .put(p -> p.tableName(table)
                        .item(CampaignItems.item(draft))
                        .conditionExpression("attribute_not_exists(campaignId)"))
                .build();
        if (!transactions.written(put, limit(draft))) {
            throw new IllegalStateException("campaign " + draft.ref() + " is there already");
        }
    }

    @Override
    public Optional<Campaign> find(CampaignRef ref) {
        return row(ref).map(CampaignItems::read);
    }

    @Override
    public Optional<Standing> standing(CampaignRef ref) {
        return row(ref).map(row -> new Standing(CampaignItems.read(row), row.set("lively")));
    }

    private Optional<Row> row(CampaignRef ref) {
        return new Batches(tables)
                .get(table, List.of(Keys.campaign(ref))).stream().findFirst();
    }

    @Override
    public Page<Campaign> list(WorkspaceId workspace, PageRequest page) {
        return new Buckets(tables.client(), List.of(workspace.value()), List.of("workspaceId", "campaignId"))
                .page(page, this::ofWorkspace, CampaignItems::read);
    }

    private QueryRequest ofWorkspace(String workspace) {
        return Query.of(table, "workspaceId", workspace).consistently().request();
    }

    @Override
    public boolean change(Campaign from, Campaign to) {
        Change change = changed(from, to);
        boolean sameLimits = from.settings().limits().equals(to.settings().limits());
        return sameLimits ? change.written(tables.client()) : transactions.written(change.inTransaction(), limit(to));
    }

    private Change changed(Campaign from, Campaign to) {
        Map<String, AttributeValue> settings = CampaignItems.settings(to.settings());
        Change change = Change.of(table, Keys.campaign(from.ref()))
                .setAll(settings)
                .set("state", to.status())
                .set("version", from.details().version() + 1)
                .when("#version = ?", Item.number(from.details().version()));
        to.details().releasedAt().ifPresent(at -> change.set("releasedAt", at.toString()));
        CampaignItems.OPTIONAL.stream()
                .filter(name -> !settings.containsKey(name))
                .forEach(change::remove);
        if (to instanceof Campaign.Active)
            change.set("runningShard", Keys.runningShard(to.ref().id()));
        return change;
    }

    private TransactWriteItem limit(Campaign campaign) {
        return slots.of(Scope.campaign(campaign.ref().id()))
                .set("limit", campaign.settings().limits().concurrency())
                .setIfAbsent("active", Item.number(0))
                .inTransaction();
    }

    @Override
    public Stream<CampaignRef> running() {
        return Keys.runningShards()
                .flatMap(shard -> tables.client().queryPaginator(inShard(shard)).items().stream()
                        .map(item -> CampaignItems.ref(new Row(item))));
    }

    private QueryRequest inShard(String shard) {
        return Query.of(table, "runningShard", shard).in("running").request();
    }

    @Override
    public Optional<Turn> takeTurn(CampaignRef ref, Instant now, Instant until, boolean sweep) {
        return turns.take(ref, now, until, sweep);
    }

    @Override
    public Optional<Turn> endTurn(Turn turn, Set<String> livelyLanes) {
        return turns.end(turn, livelyLanes);
    }

    @Override
    public void retire(CampaignRef ref) {
        // False where it was resumed meanwhile: the tick goes on looking after it.
        var _ = Change.of(table, Keys.campaign(ref))
                .remove("runningShard")
                .when("NOT #state IN (?, ?)", Item.text("SCHEDULED"), Item.text("IN_PROGRESS"))
                .written(tables.client());
    }
}
