package outdial.functions.dynamo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outdial.campaign.CampaignId;
import outdial.contact.AddressClaim;
import outdial.contact.Contact;
import outdial.contact.ContactId;
import outdial.contact.Contacts;
import outdial.functions.dynamo.BatchInserts.Inserted;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// `Contacts`: the items `contact#<id>` and, as claims, `phone#<E.164>` and `email#<address>` with the id of their
/// contact.
public final class DynamoContacts implements Contacts {
    private static final String TABLE = "Contacts";

    private final Tables tables;
    private final Parallel parallel;
    private final Batches batches;
    private final BatchInserts inserts;

    public DynamoContacts(Tables tables, Parallel parallel) {
        this.tables = tables;
        this.parallel = parallel;
        this.batches = new Batches(tables.client());
        this.inserts = new BatchInserts(tables, parallel);
    }

    @Override
    public Optional<Contact> find(WorkspaceId workspace, ContactId id) {
        return item(Keys.contact(workspace, id)).map(ContactItems::read);
    }

    @Override
    public List<Contact> find(WorkspaceId workspace, Set<ContactId> ids) {
        var keys = ids.stream().map(id -> Keys.contact(workspace, id)).toList();
        return batches.get(tables.name(TABLE), keys).stream()
                .map(ContactItems::read)
                .toList();
    }

    @Override
    public Optional<Contact> byPhone(WorkspaceId workspace, PhoneNumber phone) {
        return item(Keys.claim(workspace, AddressClaim.phoneAddress(phone)))
                .map(row -> new ContactId(row.text("contactId")))
                .flatMap(id -> find(workspace, id));
    }

    private Optional<Row> item(Map<String, AttributeValue> key) {
        return batches.get(tables.name(TABLE), List.of(key)).stream().findFirst();
    }

    @Override
    public List<ContactId> claim(WorkspaceId workspace, List<AddressClaim> claims) {
        Map<String, ContactId> owners = new LinkedHashMap<>();
        claims.forEach(claim -> owners.putIfAbsent(claim.address(), claim.claimant()));
        List<AddressClaim> first = owners.entrySet().stream()
                .map(owner -> new AddressClaim(owner.getKey(), owner.getValue()))
                .toList();
        List<Inserted> inserted = inserts.insert(
                TABLE, first.stream().map(claim -> item(workspace, claim)).toList());
        Set<String> taken = IntStream.range(0, first.size())
                .filter(i -> inserted.get(i) == Inserted.DUPLICATE)
                .mapToObj(i -> first.get(i).address())
                .collect(Collectors.toUnmodifiableSet());
        owners.putAll(claimants(workspace, taken));
        return claims.stream()
                .map(claim -> owners.getOrDefault(claim.address(), claim.claimant()))
                .toList();
    }

    private static Map<String, AttributeValue> item(WorkspaceId workspace, AddressClaim claim) {
        Item item = new Item();
        Keys.claim(workspace, claim.address()).forEach(item::put);
        return item.put("contactId", claim.claimant().value()).map();
    }

    @Override
    public Map<String, ContactId> claimants(WorkspaceId workspace, Set<String> addresses) {
        Map<String, ContactId> claimants = new HashMap<>();
        var keys = addresses.stream()
                .map(address -> Keys.claim(workspace, address))
                .toList();
        batches.get(tables.name(TABLE), keys)
                .forEach(row -> claimants.put(row.text("item"), new ContactId(row.text("contactId"))));
        return claimants;
    }

    @Override
    public void add(List<Contact> contacts) {
        inserts.insert(TABLE, contacts.stream().map(ContactItems::item).toList());
    }

    @Override
    public void enroll(WorkspaceId workspace, List<ContactId> contacts, CampaignId campaign) {
        parallel.map(contacts, id -> enroll(workspace, id, campaign));
    }

    private boolean enroll(WorkspaceId workspace, ContactId id, CampaignId campaign) {
        return Change.of(tables.name(TABLE), Keys.contact(workspace, id))
                .addToSet("campaigns", campaign.value())
                .when("attribute_exists(#item)")
                .written(tables.client());
    }
}
