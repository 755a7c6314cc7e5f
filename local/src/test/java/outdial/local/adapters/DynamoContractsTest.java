package outdial.local.adapters;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;
import outdial.call.LatestResults;
import outdial.call.Outcome;
import outdial.contact.ContactId;
import outdial.contract.AddressBookContract;
import outdial.contract.CallsContract;
import outdial.contract.CampaignsContract;
import outdial.contract.DialsContract;
import outdial.contract.EnrollmentsContract;
import outdial.contract.GroupsContract;
import outdial.contract.HeldContract;
import outdial.contract.LatestResultsContract;
import outdial.contract.LeasesContract;
import outdial.contract.LimitsContract;
import outdial.contract.PoliciesContract;
import outdial.contract.Ports;
import outdial.contract.SlotCountsContract;
import outdial.contract.TurnsContract;
import outdial.contract.WorkspacesContract;
import outdial.dialing.Books;
import outdial.dialing.SlotCounts;
import outdial.functions.dynamo.DynamoAgents;
import outdial.functions.dynamo.DynamoAttempts;
import outdial.functions.dynamo.DynamoCampaigns;
import outdial.functions.dynamo.DynamoCircuits;
import outdial.functions.dynamo.DynamoContacts;
import outdial.functions.dynamo.DynamoDoNotCall;
import outdial.functions.dynamo.DynamoEnrollments;
import outdial.functions.dynamo.DynamoGroups;
import outdial.functions.dynamo.DynamoLatestResults;
import outdial.functions.dynamo.DynamoNumbers;
import outdial.functions.dynamo.DynamoPace;
import outdial.functions.dynamo.DynamoPolicies;
import outdial.functions.dynamo.DynamoSlots;
import outdial.functions.dynamo.DynamoWorkspaces;
import outdial.functions.dynamo.Parallel;
import outdial.functions.dynamo.Tables;
import outdial.local.LocalStack;
import outdial.workspace.WorkspaceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The DynamoDB adapters keep the contracts that the ports in memory keep. DynamoDB Local never conflicts and its
/// indexes never lag; the simulation and injected faults test those.
@EnabledIf(value = "outdial.local.LocalStack#usable", disabledReason = LocalStack.NO_DOCKER)
final class DynamoContractsTest {
    private static final Tables TABLES = TemplateTables.shared();

    private static Ports onDynamoDb() {
        Parallel parallel = new Parallel(8);
        Books books = new Books(
                new DynamoWorkspaces(TABLES),
                new DynamoPolicies(TABLES),
                new DynamoCampaigns(TABLES),
                new DynamoContacts(TABLES, parallel),
                new DynamoDoNotCall(TABLES),
                new DynamoGroups(TABLES),
                new DynamoEnrollments(TABLES, parallel),
                new DynamoNumbers(TABLES),
                new DynamoAttempts(TABLES));
        return new Ports(
                books,
                new DynamoSlots(TABLES),
                new DynamoPace(TABLES),
                new DynamoCircuits(TABLES),
                new DynamoAgents(TABLES));
    }

    @Nested
    final class DynamoEnrollmentsHold extends EnrollmentsContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoHoldsTheHeld extends HeldContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoLeasesHold extends LeasesContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoSlotCountsHold extends SlotCountsContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }

        @Override
        protected SlotCounts counts() {
            return new DynamoSlots(TABLES);
        }
    }

    @Nested
    final class DynamoCampaignsHold extends CampaignsContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoPoliciesHold extends PoliciesContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoDialsHold extends DialsContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoTurnsHold extends TurnsContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoLimitsHold extends LimitsContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoCallsHold extends CallsContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoAddressBookHolds extends AddressBookContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoGroupsHold extends GroupsContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoWorkspacesHold extends WorkspacesContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }
    }

    @Nested
    final class DynamoLatestResultsHold extends LatestResultsContract {
        @Override
        protected Ports ports() {
            return onDynamoDb();
        }

        @Override
        protected LatestResults results() {
            return new DynamoLatestResults(TABLES);
        }

        @Override
        protected Optional<Outcome> noted(WorkspaceId workspace, ContactId contact) {
            return TABLES
                    .client()
                    .scan(request -> request.tableName("outdial-Contacts")
                            .filterExpression("workspaceId = :w AND contactId = :c AND attribute_exists(createdAt)")
                            .expressionAttributeValues(Map.of(
                                    ":w", AttributeValue.fromS(workspace.value()),
                                    ":c", AttributeValue.fromS(contact.value()))))
                    .items()
                    .stream()
                    .findFirst()
                    .map(item -> item.get("lastOutcome"))
                    .map(outcome -> Outcome.valueOf(outcome.s()));
        }
    }
}
