package outdial.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outdial.campaign.Campaign;
import outdial.campaign.Campaigns;
import outdial.contact.ContactId;
import outdial.functions.json.CountsJson;
import outdial.imports.Fate;
import outdial.imports.ImportId;
import outdial.imports.RowsImporter;
import outdial.imports.Target;
import outdial.imports.Warning;

/// Adds people to a campaign while the caller waits, and says of each what became of it. Rows are read as those
/// of a list are: by the names of their fields, of which unknown ones become the contact's own fields and the
/// agent's variables.
final class ContactsEndpoint {
    private static final int MOST_FIELDS = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 1000;

    private final CampaignLookup lookup;
    private final RowsImporter importer;

    ContactsEndpoint(Campaigns campaigns, RowsImporter importer) {
        this.lookup = new CampaignLookup(campaigns);
        this.importer = importer;
    }

    record AddedJson(String importId, CountsJson counts, List<RowJson> rows) {}

    /// `row` counts from 1; `contactId` is there where the row was imported or updated, the others where it was
    /// not.
    record RowJson(
            int row,
            Fate.Result result,
            Optional<String> contactId,
            Optional<String> column,
            Optional<String> reason,
            Optional<String> message,
            List<Warning> warnings) {
        static RowJson of(int row, Fate fate) {
            return switch (fate) {
                case Fate.Imported(var contact, var warnings) -> taken(row, fate, contact, warnings);
                case Fate.Updated(var contact, var warnings) -> taken(row, fate, contact, warnings);
                case Fate.Listed _ -> throw new IllegalStateException("a request brings people, not numbers to stop");
                case Fate.Duplicate _, Fate.OnDoNotCall _, Fate.Invalid _ ->
                    new RowJson(
                            row,
                            fate.result(),
                            Optional.empty(),
                            Optional.of(fate.column()).filter(column -> !column.isEmpty()),
                            Optional.of(fate.reason()),
                            Optional.of(fate.message()),
                            List.of());
            };
        }

        private static RowJson taken(int row, Fate fate, ContactId contact, List<Warning> warnings) {
            return new RowJson(
                    row,
                    fate.result(),
                    Optional.of(contact.value()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    warnings);
        }
    }

    Answer add(Request request) {
        Campaign campaign = lookup.find(request);
        Fields body = request.body(
                "contacts", OptionsReader.MODE, OptionsReader.FLAGS, OptionsReader.SEGMENT, OptionsReader.SOURCE);
        List<Map<String, String>> rows = body.list("contacts", RowsImporter.MOST_ROWS, ContactsEndpoint::row);
        if (rows.isEmpty()) {
            throw body.refused("contacts", "is required, with 1 to " + RowsImporter.MOST_ROWS + " people");
        }
        ImportId id = ImportId.of(request.time(), "api", request.workspace().value(), Ids.of(request));
        Target target = new Target.InCampaign(campaign.ref().id());
        return switch (importer.add(new RowsImporter.Request(
                id, request.workspace(), target, request.who().keyId(), OptionsReader.read(body), rows))) {
            case RowsImporter.Answer.Done done -> Answer.ok(json(done));
            case RowsImporter.Answer.Refused refused -> throw ImportRefusals.of(refused.failure(), "contacts");
        };
    }

    private static AddedJson json(RowsImporter.Answer.Done done) {
        List<RowJson> rows = new ArrayList<>();
        for (Fate fate : done.fates()) rows.add(RowJson.of(rows.size() + 1, fate));
        return new AddedJson(done.imported().details().id().value(), CountsJson.of(done.imported()), rows);
    }

    /// Texts, numbers and true or false; what is null is left out.
    private static Map<String, String> row(String field, JsonNode node) {
        if (!node.isObject()) throw Refusal.invalid(field, field + " must be an object, such as {\"phone\":\"…\"}.");
        if (node.size() > MOST_FIELDS) {
            throw Refusal.invalid(
                    field, field + " takes at most " + MOST_FIELDS + " fields, were " + node.size() + ".");
        }
        Map<String, String> row = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            String name = entry.getKey();
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw Refusal.invalid(
                        field,
                        "A field of " + field + " has a name that is empty or longer than " + LONGEST_NAME + ".");
            }
            if (!entry.getValue().isNull()) row.put(name, text(field + "." + name, entry.getValue()));
        });
        return row;
    }

    private static String text(String field, JsonNode value) {
        if (!value.isValueNode()) {
            throw Refusal.invalid(field, field + " must be a text, a number, true or false.");
        }
        String text = value.asText();
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.invalid(field, field + " must have at most " + LONGEST_TEXT + " characters.");
        }
        return text;
    }
}
