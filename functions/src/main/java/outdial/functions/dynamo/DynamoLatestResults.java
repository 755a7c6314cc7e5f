package outdial.functions.dynamo;

import java.time.Instant;
import outdial.call.LatestResults;
import outdial.call.Outcome;
import outdial.contact.ContactId;
import outdial.workspace.WorkspaceId;

/// `LatestResults` on the contact's own item; its version stays, because the profile does.
public final class DynamoLatestResults implements LatestResults {
    private final Tables tables;

    public DynamoLatestResults(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void note(WorkspaceId workspace, ContactId contact, Outcome outcome, Instant at) {
        // False where the contact was deleted or a later result is there.
        var _ = Change.of(tables.name("Contacts"), Keys.contact(workspace, contact))
                .set("lastOutcome", outcome.name())
                .set("lastContactedAt", at.toEpochMilli())
                .when("attribute_exists(#item)")
                .when("attribute_not_exists(#lastContactedAt) OR #lastContactedAt <= ?", Item.number(at.toEpochMilli()))
                .written(tables.client());
    }
}
