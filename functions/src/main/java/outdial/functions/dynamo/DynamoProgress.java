package outdial.functions.dynamo;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import outdial.campaign.CampaignId;
import outdial.enrollment.Status;
import outdial.report.ProgressBook;
import outdial.report.ProgressCounts;
import outdial.report.StatusChange;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// `Progress`: counters of each bucket of a campaign, and the last sequence number of the stream that they include.
/// All changes of a bucket come from one stream shard or its successors, in order, so a number that is not higher
/// was counted before.
public final class DynamoProgress implements ProgressBook {
    private static final String NOTHING = "0";

    private static final int MOST_REMEMBERED = 10_000;

    private final Tables tables;

    /// What this process counted last of each bucket. One of a shard goes on with what it did before; where another
    /// went on meanwhile, the condition of the write fails, and what is stored is read.
    private final Map<String, String> last = new ConcurrentHashMap<>();

    public DynamoProgress(Tables tables) {
        this.tables = tables;
    }

    @Override
    public ProgressCounts of(CampaignId campaign) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        QueryRequest query = Query.of(tables.name("Progress"), "campaignId", campaign.value())
                .consistently(tables.consistent())
                .request();
        tables.client().queryPaginator(query).items().forEach(item -> {
            Row row = new Row(item);
            for (Status status : Status.values()) counts.merge(status, row.numberOr(status.name(), 0), Long::sum);
        });
        return new ProgressCounts(counts);
    }

    /// Counts changes of one bucket, in the order of their sequence numbers, unless they were counted before.
    public void count(CampaignId campaign, String bucket, List<StatusChange> changes) {
        Map<String, AttributeValue> key =
                Item.of("campaignId", campaign.value()).put("bucket", bucket).map();
        for (int attempt = 1; ; attempt++) {
            String seen = Optional.ofNullable(last.get(bucket)).orElseGet(() -> lastSequence(key));
            List<StatusChange> fresh = changes.stream()
                    .filter(change -> change.sequence().compareTo(new BigInteger(seen)) > 0)
                    .toList();
            if (fresh.isEmpty()) return;
            if (counted(key, seen, fresh)) {
                remember(bucket, fresh.getLast());
                return;
            }
            last.remove(bucket);
            Backoff.afterTry(attempt, "counting progress");
        }
    }

    private String lastSequence(Map<String, AttributeValue> key) {
        return new Batches(tables)
                .get(tables.name("Progress"), List.of(key)).stream()
                        .map(row -> row.text("lastSequence"))
                        .findFirst()
                        .orElse(NOTHING);
    }

    private void remember(String bucket, StatusChange change) {
        if (last.size() >= MOST_REMEMBERED) last.clear();
        last.put(bucket, change.sequence().toString());
    }

    private boolean counted(Map<String, AttributeValue> key, String seen, List<StatusChange> fresh) {
        Change change = Change.of(tables.name("Progress"), key)
                .set("lastSequence", fresh.getLast().sequence().toString());
        if (seen.equals(NOTHING)) change.when("attribute_not_exists(#lastSequence)");
        else change.when("#lastSequence = ?", Item.text(seen));
        StatusChange.sum(fresh).forEach((status, by) -> change.increase(status.name(), by));
        return change.written(tables.client());
    }
}
