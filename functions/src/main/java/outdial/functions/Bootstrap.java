package outdial.functions;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import outdial.functions.api.ApiKeys;
import outdial.functions.dynamo.DynamoWorkspaces;
import outdial.functions.dynamo.Tables;
import outdial.workspace.Role;
import outdial.workspace.Workspace;
import outdial.workspace.WorkspaceId;
import outdial.workspace.Workspaces;
import software.amazon.awssdk.core.exception.SdkException;

/// Opens a workspace and issues its first key, which no API call can: for the operator of a deployment and for
/// the local cloud.
public final class Bootstrap {
    private static final int ARGUMENTS = 4;

    private final Workspaces workspaces;
    private final InstantSource clock;

    public Bootstrap(Workspaces workspaces, InstantSource clock) {
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /// On the tables that `TABLE_PREFIX` names.
    public Bootstrap(Environment environment) {
        this(
                new DynamoWorkspaces(
                        new Tables(new Clients(environment).dynamoDb(), environment.required("TABLE_PREFIX"))),
                environment.clock());
    }

    /// Adds the workspace unless it is there, and issues an ADMIN key: the answer is the only time that it is
    /// shown.
    public String open(WorkspaceId id, String name, String country, ZoneId zone) {
        // False where the workspace is there: then this is how an operator gets back in.
        var _ = workspaces.add(new Workspace(id, name, country, zone, clock.instant()));
        ApiKeys.Issued issued = ApiKeys.issue(id, Role.ADMIN, "bootstrap", clock.instant());
        workspaces.put(issued.kept());
        return issued.shown();
    }

    /// What `./outdial workspace` runs, with TABLE_PREFIX, AWS_REGION and AWS credentials in the environment; prints
    /// the key.
    public static void main(String[] arguments) {
        if (arguments.length != ARGUMENTS) {
            System.err.println("usage: WORKSPACE NAME COUNTRY TIMEZONE, such as: acme \"Acme\" US America/New_York");
            System.exit(2);
        }
        try {
            Bootstrap bootstrap = new Bootstrap(Environment.system());
            WorkspaceId id = new WorkspaceId(arguments[0]);
            System.out.println(bootstrap.open(id, arguments[1], arguments[2], ZoneId.of(arguments[3])));
        } catch (IllegalArgumentException | DateTimeException | SdkException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }
}
