package outdial.webhook;

import java.util.Optional;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

/// The webhooks of each workspace. Reads are strongly consistent.
public interface Webhooks {
    /// In one workspace. Each event is sent to each of them.
    int MOST = 20;

    Optional<Webhook> find(WorkspaceId workspace, String id);

    Page<Webhook> list(WorkspaceId workspace, PageRequest page);

    /// False where the id is taken.
    boolean add(Webhook.Active webhook);

    /// Puts `to` in the place of `from`, as long as that is what is stored; false when it is not.
    boolean change(Webhook from, Webhook to);

    /// False where there was none.
    boolean remove(WorkspaceId workspace, String id);
}
