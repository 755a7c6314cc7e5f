package outdial.functions.dynamo;

import java.util.ArrayList;
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
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.phone.PhoneNumber;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// `Contacts`: the items `contact#<id>` and, as claims, `phone#<E.164>` and `email#<address>` with the id of their
/// contact.
public final class DynamoContacts implements Contacts {
    private static final String TABLE = "Contacts";

    private final Tables tables;
    private final Parallel parallel;
    private final Batches batches;
    private final BatchInserts inserts;
    private final Transactions transactions;

    public DynamoContacts(Tables tables, Parallel parallel) {
        this.tables = tables;
        this.parallel = parallel;
        this.batches = new Batches(tables);
        this.inserts = new BatchInserts(tables, parallel);
        this.transactions = new Transactions(tables.client());
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

    @Override
    public Page<Contact> list(WorkspaceId workspace, PageRequest page) {
        return new Buckets(tables.client(), Keys.contactBuckets(workspace).toList(), List.of("bucket", "item"))
                .page(
                        page,
                        bucket -> Query.of(tables.name(TABLE), "bucket", bucket)
                                .where("begins_with(#item, ?)", Item.text("contact#"))
                                .request(),
                        ContactItems::read);
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
        List<Inserted> inserted = inserts.insert(TABLE, first, claim -> item(workspace, claim));
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
        inserts.insert(TABLE, contacts, ContactItems::item);
    }

    @Override
    public List<Boolean> update(List<Update> updates) {
        return parallel.map(updates, this::update);
    }

    private boolean update(Update update) {
        Contact from = update.from();
        List<TransactWriteItem> items = new ArrayList<>();
        items.add(Change.of(tables.name(TABLE), Keys.contact(from.workspace(), from.id()))
                .setAll(ContactItems.profile(update.to()))
                .set("version", from.version() + 1)
                .when("#version = ?", Item.number(from.version()))
                .inTransaction());
        Set<String> before = AddressClaim.addressesOf(from.profile());
        Set<String> after = AddressClaim.addressesOf(update.to());
        after.stream().filter(address -> !before.contains(address)).forEach(taken -> items.add(claimed(from, taken)));
        before.stream().filter(address -> !after.contains(address)).forEach(left -> items.add(unclaimed(from, left)));
        return transactions.write(items) instanceof Transactions.Result.Written;
    }

    private TransactWriteItem claimed(Contact contact, String address) {
        return Change.of(tables.name(TABLE), Keys.claim(contact.workspace(), address))
                .set("contactId", contact.id().value())
                .when(
                        "attribute_not_exists(#item) OR #contactId = ?",
                        Item.text(contact.id().value()))
                .inTransaction();
    }

    private TransactWriteItem unclaimed(Contact contact, String address) {
        return Change.of(tables.name(TABLE), Keys.claim(contact.workspace(), address))
                .when(
                        "attribute_not_exists(#item) OR #contactId = ?",
                        Item.text(contact.id().value()))
                .deleteInTransaction();
    }

    @Override
    public List<ContactId> remove(List<Contact> contacts, Optional<CampaignId> only) {
        List<Boolean> removed = parallel.map(contacts, contact -> remove(contact, only));
        return IntStream.range(0, contacts.size())
                .filter(i -> !removed.get(i))
                .mapToObj(i -> contacts.get(i).id())
                .toList();
    }

    private boolean remove(Contact contact, Optional<CampaignId> only) {
        Change removed = Change.of(tables.name(TABLE), Keys.contact(contact.workspace(), contact.id()))
                .when("attribute_not_exists(#item) OR #version = ?", Item.number(1));
        String free = "attribute_not_exists(#campaigns)";
        if (only.isEmpty()) removed.when(free);
        else
            removed.when(
                    free + " OR #campaigns = ?",
                    AttributeValue.fromSs(List.of(only.get().value())));
        List<TransactWriteItem> items = new ArrayList<>(List.of(removed.deleteInTransaction()));
        AddressClaim.addressesOf(contact.profile()).forEach(address -> items.add(unclaimed(contact, address)));
        return transactions.write(items) instanceof Transactions.Result.Written;
    }

    @Override
    public void leave(WorkspaceId workspace, List<ContactId> contacts, CampaignId campaign) {
        parallel.map(contacts, id -> leave(workspace, id, campaign));
    }

    private boolean leave(WorkspaceId workspace, ContactId id, CampaignId campaign) {
        return Change.of(tables.name(TABLE), Keys.contact(workspace, id))
                .removeFromSet("campaigns", campaign.value())
                .when("attribute_exists(#item)")
                .written(tables.client());
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
