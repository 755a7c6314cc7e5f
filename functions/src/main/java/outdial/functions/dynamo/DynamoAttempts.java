package outdial.functions.dynamo;

import java.util.List;
import java.util.Optional;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Attempts;
import outdial.call.Closing;
import outdial.campaign.CampaignId;
import outdial.contact.ContactId;
import outdial.page.Page;
import outdial.page.PageRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// `Attempts` in the table `Calls`; `DynamoEnrollments` adds and closes them.
public final class DynamoAttempts implements Attempts {
    private final Tables tables;
    private final String table;

    public DynamoAttempts(Tables tables) {
        this.tables = tables;
        this.table = tables.name("Calls");
    }

    @Override
    public Optional<Attempt> find(ContactId contact, AttemptId id) {
        return new Batches(tables)
                .get(table, List.of(AttemptItems.key(contact, id))).stream()
                        .map(AttemptItems::read)
                        .findFirst();
    }

    @Override
    public boolean note(ContactId contact, AttemptId id, String carrierCallId) {
        return Change.of(table, AttemptItems.key(contact, id))
                .set(AttemptItems.NOTED_CALL, carrierCallId)
                .when("attribute_exists(#attemptId)")
                .when(
                        "attribute_not_exists(#" + AttemptItems.NOTED_CALL + ") OR #" + AttemptItems.NOTED_CALL
                                + " = ?",
                        Item.text(carrierCallId))
                .written(tables.client());
    }

    @Override
    public Optional<String> callOf(ContactId contact, AttemptId id) {
        return new Batches(tables)
                .get(table, List.of(AttemptItems.key(contact, id))).stream()
                        .flatMap(row -> row.optional(AttemptItems.NOTED_CALL).stream())
                        .findFirst();
    }

    @Override
    public boolean amend(Attempt amended) {
        return Change.of(table, AttemptItems.key(amended.contact(), amended.id()))
                .setAll(AttemptItems.closing(amended, amended.closing().orElseThrow()))
                .when("#closedBy = ?", Item.text(Closing.By.LEASE.name()))
                .written(tables.client());
    }

    @Override
    public Page<Attempt> list(CampaignId campaign, PageRequest page) {
        List<String> keyNames = List.of("campaignBucket", "startedAt", "contactId", "attemptId");
        return new Buckets(tables.client(), Keys.campaignBuckets(campaign).toList(), keyNames)
                .page(page, this::inBucket, AttemptItems::read);
    }

    private QueryRequest inBucket(String bucket) {
        return Query.of(table, "campaignBucket", bucket).in("by-campaign").request();
    }
}
