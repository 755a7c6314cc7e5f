package outdial.functions.api;

import outdial.page.Page;
import outdial.workspace.AuditEntry;
import outdial.workspace.AuditEntry.Action;
import outdial.workspace.AuditTrail;

/// Puts on record who does what, and shows it.
record Auditing(AuditTrail trail) {
    void note(Request request, Action action, String what, String reason) {
        AuditEntry entry =
                new AuditEntry(Ids.of(request), request.time(), request.who().keyId(), action, what, reason);
        trail.add(request.workspace(), entry);
    }

    Answer list(Request request) {
        Page<AuditEntry> page = trail.list(request.workspace(), request.page());
        return request.answer(page);
    }
}
