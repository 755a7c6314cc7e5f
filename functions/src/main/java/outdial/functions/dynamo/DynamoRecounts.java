package outdial.functions.dynamo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outdial.campaign.CampaignId;
import outdial.enrollment.Status;
import outdial.report.Recounts;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// `Recounts` in the table `Progress`, one part to a bucket of the campaign: `foundAt`, `foundSequence` and
/// `found` are the last look.
public final class DynamoRecounts implements Recounts {
    private final Tables tables;
    private final String table;

    public DynamoRecounts(Tables tables) {
        this.tables = tables;
        this.table = tables.name("Progress");
    }

    @Override
    public List<Part> parts(CampaignId campaign) {
        QueryRequest query =
                Query.of(table, "campaignId", campaign.value()).consistently().request();
        return tables.client().queryPaginator(query).items().stream()
                .map(Row::new)
                .map(row -> part(campaign, row))
                .toList();
    }

    private static Part part(CampaignId campaign, Row row) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) counts.put(status, row.numberOr(status.name(), 0));
        return new Part(campaign, row.text("bucket"), row.text("lastSequence"), counts, look(row));
    }

    private static Optional<Look> look(Row row) {
        return row.optional("foundSequence")
                .map(sequence -> new Look(
                        sequence,
                        row.time("foundAt"),
                        row.counts("found").entrySet().stream()
                                .collect(Collectors.toMap(
                                        count -> Status.valueOf(count.getKey()), count -> (long) count.getValue()))));
    }

    @Override
    public Optional<Map<Status, Long>> count(Part part, int most) {
        Map<Status, Long> found = new EnumMap<>(Status.class);
        QueryRequest query = Query.of(tables.name("Enrollments"), "bucket", part.name())
                .consistently()
                .request();
        int read = 0;
        for (QueryResponse page : tables.client().queryPaginator(query)) {
            read += page.count();
            if (read > most) return Optional.empty();
            page.items()
                    .forEach(item -> found.merge(EnrollmentItems.status(new Row(item).text("state")), 1L, Long::sum));
        }
        return Optional.of(found);
    }

    @Override
    public boolean note(Part seen, Look look) {
        return noted(seen, look).written(tables.client());
    }

    @Override
    public boolean correct(Part seen, Look look) {
        Change change = noted(seen, look);
        for (Status status : Status.values()) {
            change.set(status.name(), look.found().getOrDefault(status, 0L));
        }
        return change.written(tables.client());
    }

    private Change noted(Part seen, Look look) {
        Map<String, AttributeValue> key = Item.of("campaignId", seen.campaign().value())
                .put("bucket", seen.name())
                .map();
        return Change.of(table, key)
                .set("foundSequence", look.sequence())
                .set("foundAt", look.at().toString())
                .set(
                        "found",
                        AttributeValue.fromM(look.found().entrySet().stream()
                                .collect(Collectors.toMap(
                                        count -> count.getKey().name(), count -> Item.number(count.getValue())))))
                .when("#lastSequence = ?", Item.text(seen.sequence()));
    }
}
