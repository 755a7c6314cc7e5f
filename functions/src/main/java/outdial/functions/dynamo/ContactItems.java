package outdial.functions.dynamo;

import java.util.Map;
import java.util.stream.Collectors;
import outdial.campaign.CampaignId;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.EmailAddress;
import outdial.contact.Profile;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Contacts as items.
final class ContactItems {
    private ContactItems() {}

    static Map<String, AttributeValue> item(Contact contact) {
        Item item = new Item();
        Keys.contact(contact.workspace(), contact.id()).forEach(item::put);
        item.put("workspaceId", contact.workspace().value())
                .put("contactId", contact.id().value())
                .putSet(
                        "campaigns",
                        contact.campaigns().stream().map(CampaignId::value).toList())
                .put("version", contact.version())
                .put("createdAt", contact.createdAt());
        profile(contact.profile()).forEach(item::put);
        return item.map();
    }

    static Map<String, AttributeValue> profile(Profile profile) {
        Item item = new Item();
        profile.phone().ifPresent(phone -> item.put("phone", phone.e164()));
        profile.email().ifPresent(email -> item.put("email", email.address()));
        item.put("firstName", profile.name().first())
                .put("lastName", profile.name().last())
                .put("name", profile.name().full())
                .put("company", profile.company())
                .put("state", profile.place().state())
                .put("country", profile.place().country())
                .put("timeZone", profile.place().timeZone())
                .putSet("flags", profile.flags())
                .put("segment", profile.segment())
                .put("source", profile.source())
                .put("fields", profile.fields());
        profile.score().ifPresent(score -> item.put("score", score));
        return item.map();
    }

    static Contact read(Row row) {
        return new Contact(
                new ContactId(row.text("contactId")),
                new WorkspaceId(row.text("workspaceId")),
                readProfile(row),
                row.set("campaigns").stream().map(CampaignId::new).collect(Collectors.toUnmodifiableSet()),
                row.number("version"),
                row.time("createdAt"));
    }

    private static Profile readProfile(Row row) {
        return new Profile(
                row.optional("phone").map(PhoneNumber::new),
                row.optional("email").map(EmailAddress::new),
                new Profile.Name(row.textOr("firstName", ""), row.textOr("lastName", ""), row.textOr("name", "")),
                row.textOr("company", ""),
                new Profile.Place(row.textOr("state", ""), row.textOr("country", ""), row.textOr("timeZone", "")),
                row.set("flags"),
                row.textOr("segment", ""),
                row.textOr("source", ""),
                row.integer("score"),
                row.map("fields"));
    }
}
