package outdial.local.adapters;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.contract.AuditTrailContract;
import outdial.contract.CorrespondenceContract;
import outdial.contract.ExportsContract;
import outdial.contract.ImportWritesContract;
import outdial.contract.ImportsContract;
import outdial.contract.MailboxesContract;
import outdial.contract.MappingsContract;
import outdial.contract.Ports;
import outdial.contract.WebhooksContract;
import outdial.export.Exports;
import outdial.functions.dynamo.DynamoAuditTrail;
import outdial.functions.dynamo.DynamoCorrespondence;
import outdial.functions.dynamo.DynamoExports;
import outdial.functions.dynamo.DynamoImports;
import outdial.functions.dynamo.DynamoMailboxes;
import outdial.functions.dynamo.DynamoMappings;
import outdial.functions.dynamo.DynamoWebhooks;
import outdial.functions.dynamo.Tables;
import outdial.imports.Correspondence;
import outdial.imports.Imports;
import outdial.imports.Mailboxes;
import outdial.imports.Mappings;
import outdial.local.LocalStack;
import outdial.webhook.Webhooks;
import outdial.workspace.AuditTrail;

/// What brings contacts in, and what tells others, keeps the contracts on DynamoDB.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class DynamoImportContractsTest {
    private static final Tables TABLES = TemplateTables.shared();

    @Nested
    final class DynamoImportsHold extends ImportsContract {
        @Override
        protected Ports ports() {
            return DynamoPorts.on(TABLES);
        }

        @Override
        protected Imports imports() {
            return new DynamoImports(TABLES);
        }
    }

    @Nested
    final class DynamoAuditTrailHolds extends AuditTrailContract {
        @Override
        protected Ports ports() {
            return DynamoPorts.on(TABLES);
        }

        @Override
        protected AuditTrail trail() {
            return new DynamoAuditTrail(TABLES);
        }
    }

    @Nested
    final class DynamoImportWritesHold extends ImportWritesContract {
        @Override
        protected Ports ports() {
            return DynamoPorts.on(TABLES);
        }
    }

    @Nested
    final class DynamoMappingsHold extends MappingsContract {
        @Override
        protected Ports ports() {
            return DynamoPorts.on(TABLES);
        }

        @Override
        protected Mappings mappings() {
            return new DynamoMappings(TABLES);
        }
    }

    @Nested
    final class DynamoMailboxesHold extends MailboxesContract {
        @Override
        protected Ports ports() {
            return DynamoPorts.on(TABLES);
        }

        @Override
        protected Mailboxes mailboxes() {
            return new DynamoMailboxes(TABLES);
        }
    }

    @Nested
    final class DynamoExportsHold extends ExportsContract {
        @Override
        protected Ports ports() {
            return DynamoPorts.on(TABLES);
        }

        @Override
        protected Exports exports() {
            return new DynamoExports(TABLES);
        }
    }

    @Nested
    final class DynamoWebhooksHold extends WebhooksContract {
        @Override
        protected Ports ports() {
            return DynamoPorts.on(TABLES);
        }

        @Override
        protected Webhooks webhooks() {
            return new DynamoWebhooks(TABLES);
        }
    }

    @Nested
    final class DynamoCorrespondenceHolds extends CorrespondenceContract {
        @Override
        protected Ports ports() {
            return DynamoPorts.on(TABLES);
        }

        @Override
        protected Correspondence correspondence() {
            return new DynamoCorrespondence(TABLES);
        }
    }
}
