package outdial.contract;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import outdial.call.LatestResults;
import outdial.call.Outcome;
import outdial.contact.ContactId;
import outdial.export.Exports;
import outdial.imports.Correspondence;
import outdial.imports.Imports;
import outdial.imports.Mailboxes;
import outdial.imports.Mappings;
import outdial.memory.Memory;
import outdial.memory.MemoryAuditTrail;
import outdial.memory.MemoryCorrespondence;
import outdial.memory.MemoryExports;
import outdial.memory.MemoryMailboxes;
import outdial.memory.MemoryMappings;
import outdial.memory.MemoryResults;
import outdial.memory.MemoryWebhooks;
import outdial.webhook.Webhooks;
import outdial.workspace.AuditTrail;
import outdial.workspace.WorkspaceId;

/// The ports in memory keep the contracts.
final class MemoryContractsTest {
    private final Memory memory = new Memory();

    @Nested
    final class InMemoryEnrollments extends EnrollmentsContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryHeld extends HeldContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryLeases extends LeasesContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemorySlotCounts extends SlotCountsContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }

        @Override
        protected outdial.dialing.SlotCounts counts() {
            return memory.slots();
        }
    }

    @Nested
    final class InMemoryCampaigns extends CampaignsContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryDials extends DialsContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryTurns extends TurnsContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryPolicies extends PoliciesContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryLimits extends LimitsContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryCalls extends CallsContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryAddressBook extends AddressBookContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryGroups extends GroupsContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryWorkspaces extends WorkspacesContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryLatestResults extends LatestResultsContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }

        @Override
        protected LatestResults results() {
            return memory.results();
        }

        @Override
        protected Optional<Outcome> noted(WorkspaceId workspace, ContactId contact) {
            return memory.results().of(workspace, contact).map(MemoryResults.Result::outcome);
        }
    }

    @Nested
    final class InMemoryImports extends ImportsContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }

        @Override
        protected Imports imports() {
            return memory.imports();
        }
    }

    @Nested
    final class InMemoryAuditTrail extends AuditTrailContract {
        private final AuditTrail trail = new MemoryAuditTrail();

        @Override
        protected Ports ports() {
            return memory.ports();
        }

        @Override
        protected AuditTrail trail() {
            return trail;
        }
    }

    @Nested
    final class InMemoryExports extends ExportsContract {
        private final Exports exports = new MemoryExports();

        @Override
        protected Ports ports() {
            return memory.ports();
        }

        @Override
        protected Exports exports() {
            return exports;
        }
    }

    @Nested
    final class InMemoryWebhooks extends WebhooksContract {
        private final Webhooks webhooks = new MemoryWebhooks();

        @Override
        protected Ports ports() {
            return memory.ports();
        }

        @Override
        protected Webhooks webhooks() {
            return webhooks;
        }
    }

    @Nested
    final class InMemoryImportWrites extends ImportWritesContract {
        @Override
        protected Ports ports() {
            return memory.ports();
        }
    }

    @Nested
    final class InMemoryMappings extends MappingsContract {
        private final Mappings mappings = new MemoryMappings();

        @Override
        protected Ports ports() {
            return memory.ports();
        }

        @Override
        protected Mappings mappings() {
            return mappings;
        }
    }

    @Nested
    final class InMemoryMailboxes extends MailboxesContract {
        private final Mailboxes mailboxes = new MemoryMailboxes();

        @Override
        protected Ports ports() {
            return memory.ports();
        }

        @Override
        protected Mailboxes mailboxes() {
            return mailboxes;
        }
    }

    @Nested
    final class InMemoryCorrespondence extends CorrespondenceContract {
        private final Correspondence correspondence = new MemoryCorrespondence();

        @Override
        protected Ports ports() {
            return memory.ports();
        }

        @Override
        protected Correspondence correspondence() {
            return correspondence;
        }
    }
}
