package outdial.functions.dynamo;

import java.util.Optional;
import outdial.campaign.CampaignRef;
import outdial.imports.Columns;
import outdial.imports.Mappings;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// `Mappings` in the table `Workspaces`: an item `mapping#<campaign>` of the workspace.
public final class DynamoMappings implements Mappings {
    private final Tables tables;
    private final WorkspaceItems items;

    public DynamoMappings(Tables tables) {
        this.tables = tables;
        this.items = new WorkspaceItems(tables);
    }

    @Override
    public Optional<Columns> find(CampaignRef campaign) {
        return items.find(campaign.workspace(), item(campaign)).flatMap(ColumnItems::read);
    }

    @Override
    public void save(CampaignRef campaign, Columns columns) {
        Item item = WorkspaceItems.item(campaign.workspace(), item(campaign));
        ColumnItems.put(item, columns);
        tables.client().putItem(request -> request.tableName(items.table()).item(item.map()));
    }

    @Override
    public boolean forget(CampaignRef campaign) {
        return tables.client()
                .deleteItem(request -> request.tableName(items.table())
                        .key(Keys.workspace(campaign.workspace(), item(campaign)))
                        .returnValues(ReturnValue.ALL_OLD))
                .hasAttributes();
    }

    private static String item(CampaignRef campaign) {
        return "mapping#" + campaign.id();
    }
}
