package outdial.memory;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.webhook.Webhook;
import outdial.webhook.Webhooks;
import outdial.workspace.WorkspaceId;

public final class MemoryWebhooks implements Webhooks {
    private final SortedMap<String, Webhook> rows = new TreeMap<>();

    @Override
    public synchronized Optional<Webhook> find(WorkspaceId workspace, String id) {
        return Optional.ofNullable(rows.get(key(workspace, id)));
    }

    @Override
    public synchronized Page<Webhook> list(WorkspaceId workspace, PageRequest page) {
        return Pages.of(rows, page, webhook -> webhook.details().workspace().equals(workspace));
    }

    @Override
    public synchronized boolean add(Webhook.Active webhook) {
        return rows.putIfAbsent(key(webhook.details().workspace(), webhook.id()), webhook) == null;
    }

    @Override
    public synchronized boolean change(Webhook from, Webhook to) {
        return rows.replace(key(from.details().workspace(), from.id()), from, to);
    }

    @Override
    public synchronized boolean remove(WorkspaceId workspace, String id) {
        return rows.remove(key(workspace, id)) != null;
    }

    private static String key(WorkspaceId workspace, String id) {
        return workspace + "#" + id;
    }
}
