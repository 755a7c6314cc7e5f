package outdial.functions;

import outdial.functions.dynamo.DynamoCampaigns;
import outdial.functions.dynamo.DynamoContacts;
import outdial.functions.dynamo.DynamoDoNotCall;
import outdial.functions.dynamo.DynamoEnrollments;
import outdial.functions.dynamo.DynamoGroups;
import outdial.functions.dynamo.DynamoImports;
import outdial.functions.dynamo.DynamoMappings;
import outdial.functions.dynamo.DynamoWorkspaces;
import outdial.functions.dynamo.Parallel;
import outdial.functions.dynamo.Tables;
import outdial.functions.phone.NumberingAtlas;
import outdial.functions.phone.NumberingPlans;
import outdial.functions.s3.S3Links;
import outdial.functions.s3.S3Lists;
import outdial.functions.s3.S3Reports;
import outdial.functions.sqs.SqsChunkQueue;
import outdial.functions.sqs.SqsWakeups;
import outdial.imports.Books;
import outdial.imports.ChunkImporter;
import outdial.imports.ChunkQueue;
import outdial.imports.Desk;
import outdial.imports.ImportPlanner;
import outdial.imports.Imports;
import outdial.imports.Links;
import outdial.imports.Lists;
import outdial.imports.Mappings;
import outdial.imports.Previewer;
import outdial.imports.Replies;
import outdial.imports.RowsImporter;
import outdial.imports.Supervisor;
import outdial.imports.Uploads;

/// Puts together what brings contacts in.
final class ImportWiring {
    /// Requests to DynamoDB side by side: enough to hide their latency of some 8 ms, and no more than the connections
    /// that template.yaml has the functions keep that read lists.
    private static final int REQUESTS_AT_ONCE = 64;

    private final Environment environment;
    private final Clients clients;
    private final Books books;
    private final Mappings mappings;

    ImportWiring(Environment environment) {
        this.environment = environment;
        this.clients = new Clients(environment);
        Tables tables = new Tables(clients.dynamoDb(), environment.required("TABLE_PREFIX"));
        this.books = books(tables, new Parallel(REQUESTS_AT_ONCE));
        this.mappings = new DynamoMappings(tables);
    }

    private static Books books(Tables tables, Parallel parallel) {
        return new Books(
                new DynamoWorkspaces(tables),
                new DynamoCampaigns(tables),
                new DynamoImports(tables),
                new DynamoContacts(tables, parallel),
                new DynamoDoNotCall(tables),
                new DynamoGroups(tables),
                new DynamoEnrollments(tables, parallel));
    }

    ImportPlanner planner() {
        return new ImportPlanner(
                books,
                lists(),
                new ImportPlanner.Dictionary(mappings, new NumberingPlans()),
                queue(),
                replies(),
                environment.clock());
    }

    ChunkImporter worker() {
        return new ChunkImporter(books, desk(), lists(), replies());
    }

    RowsImporter rowsImporter() {
        return new RowsImporter(books, mappings, desk(), queue());
    }

    Uploads uploads() {
        return new Uploads(books, links(), environment.clock());
    }

    Imports imports() {
        return books.imports();
    }

    Supervisor supervisor() {
        return new Supervisor(books, desk(), queue());
    }

    Previewer previewer() {
        return new Previewer(books.workspaces(), books.imports(), lists(), new NumberingPlans());
    }

    Mappings mappings() {
        return mappings;
    }

    Links links() {
        return new S3Links(clients.presigner(), bucket());
    }

    private Replies replies() {
        return new MailWiring(environment).replies();
    }

    private Desk desk() {
        return new Desk(
                new NumberingPlans(),
                new NumberingAtlas(),
                new S3Reports(clients.s3(), bucket()),
                new SqsWakeups(clients.sqs(), environment.required("DISPATCH_QUEUE")),
                environment.clock());
    }

    private Lists lists() {
        return new S3Lists(clients.s3(), bucket());
    }

    private ChunkQueue queue() {
        return new SqsChunkQueue(clients.sqs(), environment.required("IMPORT_CHUNKS_QUEUE"));
    }

    private String bucket() {
        return environment.required("IMPORTS_BUCKET");
    }
}
