package outdial.functions.dynamo;

import java.util.Map;
import java.util.Optional;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Closing;
import outdial.call.Outcome;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.contact.ContactId;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Attempts as items. An attempt enters the index `by-campaign` when it is closed.
final class AttemptItems {
    /// The carrier's name for the call, known before it ends; what closes the attempt has one of its own.
    static final String NOTED_CALL = "notedCall";

    private AttemptItems() {}

    static Map<String, AttributeValue> key(ContactId contact, AttemptId id) {
        return Item.of("contactId", contact.value())
                .put("attemptId", id.value())
                .map();
    }

    static Map<String, AttributeValue> item(Attempt attempt) {
        Item item = new Item();
        key(attempt.contact(), attempt.id()).forEach(item::put);
        item.put("workspaceId", attempt.campaign().workspace().value())
                .put("campaignId", attempt.campaign().id().value())
                .put("to", attempt.route().to().e164())
                .put("from", attempt.route().from().e164())
                .put("carrier", attempt.route().carrier())
                .put("number", attempt.number())
                .put("startedAt", attempt.startedAt());
        attempt.closing().ifPresent(closing -> closing(attempt, closing).forEach(item::put));
        return item.map();
    }

    /// What closing an attempt adds to it.
    static Map<String, AttributeValue> closing(Attempt attempt, Closing closing) {
        Item item = Item.of(
                        "campaignBucket", Keys.campaignBucket(attempt.campaign().id(), attempt.contact()))
                .put("outcome", closing.outcome().name())
                .put("closedBy", closing.by().name())
                .put("endedAt", closing.endedAt())
                .putText("carrierCallId", closing.carrierCallId())
                .putText("answeredAt", closing.answeredAt());
        closing.sipCode().ifPresent(code -> item.put("sipCode", code));
        return item.map();
    }

    static Attempt read(Row row) {
        return new Attempt(
                new AttemptId(row.text("attemptId")),
                new CampaignRef(new WorkspaceId(row.text("workspaceId")), new CampaignId(row.text("campaignId"))),
                new ContactId(row.text("contactId")),
                new Attempt.Route(
                        new PhoneNumber(row.text("to")), new PhoneNumber(row.text("from")), row.text("carrier")),
                Math.toIntExact(row.number("number")),
                row.time("startedAt"),
                closing(row));
    }

    private static Optional<Closing> closing(Row row) {
        return row.optional("outcome")
                .map(outcome -> new Closing(
                        Outcome.valueOf(outcome),
                        Closing.By.valueOf(row.text("closedBy")),
                        row.optional("carrierCallId"),
                        row.integer("sipCode"),
                        row.optionalTime("answeredAt"),
                        row.time("endedAt")));
    }
}
