package outdial.functions.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import outdial.call.Attempt;
import outdial.call.AttemptId;
import outdial.call.Outcome;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.contact.ContactId;
import outdial.functions.json.Json;
import outdial.workspace.WorkspaceId;

/// What travels with a contact of Amazon Connect as its attributes: the attempt it belongs to, and what the
/// conversation came to. So nothing has to be stored to find the attempt of a contact.
record ContactAttributes(AttemptId attempt, CampaignRef campaign, ContactId contact, Optional<Outcome> result) {
    private static final String ATTEMPT = "attemptId";
    private static final String WORKSPACE = "workspaceId";
    private static final String CAMPAIGN = "campaignId";
    private static final String CONTACT = "contactId";
    private static final String RESULT = "result";

    static ObjectNode of(Attempt attempt) {
        return Json.object()
                .put(ATTEMPT, attempt.id().value())
                .put(WORKSPACE, attempt.campaign().workspace().value())
                .put(CAMPAIGN, attempt.campaign().id().value())
                .put(CONTACT, attempt.contact().value());
    }

    /// Empty for a contact that we did not start.
    static Optional<ContactAttributes> read(JsonNode attributes) {
        boolean ours = Stream.of(ATTEMPT, WORKSPACE, CAMPAIGN, CONTACT)
                .allMatch(name -> attributes.path(name).isTextual());
        return ours ? Optional.of(ours(attributes)) : Optional.empty();
    }

    private static ContactAttributes ours(JsonNode attributes) {
        return new ContactAttributes(
                new AttemptId(attributes.path(ATTEMPT).asText()),
                new CampaignRef(
                        new WorkspaceId(attributes.path(WORKSPACE).asText()),
                        new CampaignId(attributes.path(CAMPAIGN).asText())),
                new ContactId(attributes.path(CONTACT).asText()),
                Optional.of(attributes.path(RESULT).asText())
                        .filter(result -> !result.isEmpty())
                        .map(Outcome::valueOf));
    }
}
