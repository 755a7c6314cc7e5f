package outdial.functions.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outdial.campaign.CampaignId;
import outdial.contact.ContactId;
import outdial.enrollment.Enrollment;
import outdial.enrollment.EnrollmentId;
import outdial.enrollment.Enrollments.Brought;
import outdial.enrollment.Enrollments.Due;
import outdial.enrollment.Lane;
import outdial.enrollment.Status;
import outdial.page.Page;
import outdial.page.PageRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Questions to the enrollments: who is due, whose lease is over, who is there.
final class EnrollmentQueries {
    /// Contacts read by one query that looks for some of them.
    private static final int READ_AHEAD = 1000;

    private final DynamoDbClient client;
    private final String table;

    EnrollmentQueries(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    Due due(CampaignId campaign, List<Lane> lanes, Instant now, int limit) {
        List<Enrollment.Waiting> contacts = new ArrayList<>();
        Set<Lane> exhausted = new HashSet<>();
        for (Lane lane : lanes) {
            if (contacts.size() >= limit) break;
            QueryResponse response =
                    index(EnrollmentItems.dueIn(campaign, lane), "#dueKey <= ?", now, limit - contacts.size());
            response.items().forEach(item -> contacts.add(EnrollmentItems.waiting(new Row(item))));
            if (response.lastEvaluatedKey().isEmpty()) exhausted.add(lane);
        }
        return new Due(contacts, exhausted);
    }

    /// The keys of those whose lease is to be looked at.
    List<Map<String, AttributeValue>> leases(CampaignId campaign, Instant now, int limit) {
        return index(EnrollmentItems.leases(campaign), "#dueKey < ?", now, limit).items().stream()
                .map(item -> Map.of("bucket", item.get("bucket"), "contactId", item.get("contactId")))
                .toList();
    }

    private QueryResponse index(String dueIn, String condition, Instant now, int limit) {
        return client.query(Query.of(table, "dueIn", dueIn)
                .in("due")
                .where(condition, Item.number(now.toEpochMilli()))
                .atMost(limit)
                .request());
    }

    boolean anyUnfinished(CampaignId campaign) {
        return Keys.campaignBuckets(campaign).anyMatch(this::anyUnfinishedIn);
    }

    private boolean anyUnfinishedIn(String bucket) {
        QueryRequest unfinished = Query.of(table, "bucket", bucket)
                .only("attribute_exists(#dueIn)")
                .consistently()
                .request();
        return client.queryPaginator(unfinished).stream().anyMatch(page -> page.count() > 0);
    }

    Page<Enrollment> list(CampaignId campaign, Optional<Status> status, PageRequest page) {
        return new Buckets(client, Keys.campaignBuckets(campaign).toList(), List.of("bucket", "contactId"))
                .page(page, bucket -> withStatus(bucket, status), EnrollmentItems::read);
    }

    Page<Brought> brought(CampaignId campaign, String source, PageRequest page) {
        return new Buckets(client, Keys.campaignBuckets(campaign).toList(), List.of("bucket", "contactId"))
                .page(page, bucket -> from(bucket, source), EnrollmentQueries::brought);
    }

    private QueryRequest from(String bucket, String source) {
        return Query.of(table, "bucket", bucket)
                .only("begins_with(#source, ?)", Item.text(source))
                .atMost(READ_AHEAD)
                .consistently()
                .request();
    }

    private static Brought brought(Row row) {
        EnrollmentId id =
                new EnrollmentId(new CampaignId(row.text("campaignId")), new ContactId(row.text("contactId")));
        return new Brought(id, row.text("source"));
    }

    private QueryRequest withStatus(String bucket, Optional<Status> status) {
        Query query = Query.of(table, "bucket", bucket);
        status.ifPresent(wanted -> query.only("#state = ?", Item.text(EnrollmentItems.state(wanted)))
                .atMost(READ_AHEAD));
        return query.request();
    }
}
