package outdial.functions.dynamo;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outdial.campaign.CampaignId;
import outdial.campaign.CampaignRef;
import outdial.contact.EmailAddress;
import outdial.imports.Mailbox;
import outdial.imports.Mailboxes;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// `Mailboxes` in the table `Workspaces`: an item `mail#<campaign>` of the workspace with token and senders, and one by
/// which the token finds it, whose `workspaceId` is `mail#<token>`: no workspace can be called that.
public final class DynamoMailboxes implements Mailboxes {
    /// 128 bits: as good as a password.
    private static final int TOKEN_BYTES = 16;

    private static final String ADDRESS = "address";

    private final Tables tables;
    private final WorkspaceItems items;
    private final Transactions transactions;

    public DynamoMailboxes(Tables tables) {
        this.tables = tables;
        this.items = new WorkspaceItems(tables);
        this.transactions = new Transactions(tables.client());
    }

    @Override
    public Optional<Mailbox> find(CampaignRef campaign) {
        return items.find(campaign.workspace(), item(campaign)).map(row -> mailbox(campaign, row));
    }

    @Override
    public Optional<Mailbox> find(String token) {
        return new Batches(tables)
                .get(items.table(), List.of(key(token))).stream()
                        .findFirst()
                        .map(row ->
                                new CampaignRef(new WorkspaceId(row.text("of")), new CampaignId(row.text("campaign"))))
                        .flatMap(this::find)
                        .filter(mailbox -> mailbox.token().equals(token));
    }

    @Override
    public Mailbox set(CampaignRef campaign, Set<EmailAddress> senders) {
        Mailbox wanted = new Mailbox(newToken(), campaign, senders);
        Change change = Change.of(items.table(), Keys.workspace(campaign.workspace(), item(campaign)))
                .set("senders", texts(senders));
        boolean changed = change.when("attribute_exists(#token)").written(tables.client());
        // False where somebody else gave the campaign its address in the meantime.
        boolean made = !changed && transactions.written(put(address(wanted)), put(mailbox(wanted)));
        if (!changed && !made) return set(campaign, senders);
        return find(campaign).orElseThrow();
    }

    private TransactWriteItem put(Item item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(items.table())
                        .item(item.map())
                        .conditionExpression("attribute_not_exists(workspaceId)"))
                .build();
    }

    private static Item mailbox(Mailbox mailbox) {
        return WorkspaceItems.item(mailbox.campaign().workspace(), item(mailbox.campaign()))
                .put("token", mailbox.token())
                .put("senders", texts(mailbox.senders()));
    }

    private static Item address(Mailbox mailbox) {
        Item item = new Item();
        key(mailbox.token()).forEach(item::put);
        return item.put("of", mailbox.campaign().workspace().value())
                .put("campaign", mailbox.campaign().id().value());
    }

    private static Map<String, AttributeValue> key(String token) {
        return Item.of("workspaceId", "mail#" + token).put("item", ADDRESS).map();
    }

    private static String item(CampaignRef campaign) {
        return "mail#" + campaign.id();
    }

    private static Mailbox mailbox(CampaignRef campaign, Row row) {
        Set<EmailAddress> senders =
                row.texts("senders").stream().map(EmailAddress::new).collect(Collectors.toUnmodifiableSet());
        return new Mailbox(row.text("token"), campaign, senders);
    }

    private static AttributeValue texts(Set<EmailAddress> senders) {
        return AttributeValue.fromL(senders.stream()
                .map(EmailAddress::address)
                .sorted()
                .map(Item::text)
                .toList());
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
