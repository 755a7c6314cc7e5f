package outdial.local.adapters;

import outdial.contract.Ports;
import outdial.dialing.Books;
import outdial.functions.dynamo.DynamoAgents;
import outdial.functions.dynamo.DynamoAttempts;
import outdial.functions.dynamo.DynamoCampaigns;
import outdial.functions.dynamo.DynamoCircuits;
import outdial.functions.dynamo.DynamoContacts;
import outdial.functions.dynamo.DynamoDoNotCall;
import outdial.functions.dynamo.DynamoEnrollments;
import outdial.functions.dynamo.DynamoGroups;
import outdial.functions.dynamo.DynamoNumbers;
import outdial.functions.dynamo.DynamoPace;
import outdial.functions.dynamo.DynamoPolicies;
import outdial.functions.dynamo.DynamoSlots;
import outdial.functions.dynamo.DynamoWorkspaces;
import outdial.functions.dynamo.Parallel;
import outdial.functions.dynamo.Tables;

/// All ports on one database.
final class DynamoPorts {
    private DynamoPorts() {}

    static Ports on(Tables tables) {
        Parallel parallel = new Parallel(8);
        Books books = new Books(
                new DynamoWorkspaces(tables),
                new DynamoPolicies(tables),
                new DynamoCampaigns(tables),
                new DynamoContacts(tables, parallel),
                new DynamoDoNotCall(tables),
                new DynamoGroups(tables),
                new DynamoEnrollments(tables, parallel),
                new DynamoNumbers(tables),
                new DynamoAttempts(tables));
        return new Ports(
                books,
                new DynamoSlots(tables),
                new DynamoPace(tables),
                new DynamoCircuits(tables),
                new DynamoAgents(tables));
    }
}
