package outdial.functions.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import outdial.agent.Agents;
import outdial.dialing.Books;
import outdial.dialing.Carriers;
import outdial.dialing.Circuits;
import outdial.dialing.Law;
import outdial.dialing.Slots;
import outdial.dialing.Wakeups;
import outdial.export.ExportFiles;
import outdial.export.Exports;
import outdial.functions.sqs.ExportMessage;
import outdial.functions.webhook.DeliveryMessage;
import outdial.functions.webhook.Targets;
import outdial.imports.Imports;
import outdial.imports.Links;
import outdial.imports.Mailboxes;
import outdial.imports.Mappings;
import outdial.imports.Phones;
import outdial.imports.Previewer;
import outdial.imports.RowsImporter;
import outdial.imports.Supervisor;
import outdial.imports.Uploads;
import outdial.report.ProgressBook;
import outdial.webhook.Webhooks;
import outdial.workspace.AuditTrail;

/// What the API works with. `ringing` is how long a call may ring: a window is closed so much before its end.
public record Ports(
        Books books,
        Agents agents,
        Doors doors,
        Mail mail,
        Slots slots,
        ProgressBook progress,
        Wakeups wakeups,
        Phones phones,
        Idempotency idempotency,
        Rules rules,
        Hooks hooks,
        Files files,
        Duration ringing,
        InstantSource clock) {

    /// Where people come in, and the history of it.
    public record Doors(
            RowsImporter rows,
            Uploads uploads,
            Imports imports,
            Mappings mappings,
            Links links,
            Supervisor supervisor,
            Previewer previewer) {}

    /// What decides when a call may go out: the law, what the carriers allow, and whether they work; and who
    /// changed what about it.
    public record Rules(Law law, Circuits circuits, Carriers carriers, AuditTrail audit) {}

    /// Who is told what happened, where they may be, and where a test goes.
    public record Hooks(Webhooks webhooks, Targets targets, Consumer<DeliveryMessage> outbox) {}

    /// Lists as files, and where they are asked for.
    public record Files(Exports exports, ExportFiles files, Consumer<ExportMessage> queue) {}

    /// Addresses for lists by mail; without a domain this deployment takes none.
    public record Mail(Mailboxes mailboxes, Optional<String> domain) {}
}
