package outdial.functions.dynamo;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import outdial.campaign.CampaignId;
import outdial.enrollment.CallingGroup;
import outdial.enrollment.Groups;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// `Groups`: one item per campaign and group.
public final class DynamoGroups implements Groups {
    private final Tables tables;
    private final String table;

    public DynamoGroups(Tables tables) {
        this.tables = tables;
        this.table = tables.name("Groups");
    }

    @Override
    public CallingGroup ensure(CampaignId campaign, CallingGroup group) {
        Map<String, AttributeValue> key = key(campaign, group);
        boolean grown = Change.of(table, key)
                .set("shards", group.shards())
                .set("zones", texts(group.zones()))
                .set("regions", texts(group.regions()))
                .when("attribute_not_exists(#shards) OR #shards < ?", Item.number(group.shards()))
                .written(tables.client());
        if (grown) return group;
        return new Batches(tables)
                .get(table, List.of(key)).stream()
                        .map(DynamoGroups::read)
                        .findFirst()
                        .orElse(group);
    }

    @Override
    public List<CallingGroup> of(CampaignId campaign) {
        QueryRequest query = Query.of(table, "campaignId", campaign.value())
                .consistently(tables.consistent())
                .request();
        return tables.client().queryPaginator(query).items().stream()
                .map(item -> read(new Row(item)))
                .toList();
    }

    private static Map<String, AttributeValue> key(CampaignId campaign, CallingGroup group) {
        return Item.of("campaignId", campaign.value())
                .put("group", group.name())
                .map();
    }

    private static AttributeValue texts(java.util.Collection<String> texts) {
        return AttributeValue.fromL(texts.stream().map(Item::text).toList());
    }

    private static CallingGroup read(Row row) {
        return new CallingGroup(
                new TreeSet<>(row.texts("zones")),
                new TreeSet<>(row.texts("regions")),
                Math.toIntExact(row.number("shards")));
    }
}
