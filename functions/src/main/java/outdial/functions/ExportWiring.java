package outdial.functions;

import outdial.export.ExportFiles;
import outdial.export.Exporter;
import outdial.export.Exports;
import outdial.export.Source;
import outdial.functions.dynamo.DynamoAttempts;
import outdial.functions.dynamo.DynamoContacts;
import outdial.functions.dynamo.DynamoDoNotCall;
import outdial.functions.dynamo.DynamoEnrollments;
import outdial.functions.dynamo.DynamoExports;
import outdial.functions.dynamo.Parallel;
import outdial.functions.dynamo.Tables;
import outdial.functions.s3.S3Exports;
import outdial.functions.sqs.SqsExports;

/// Puts together what takes lists out.
final class ExportWiring {
    /// An export reads one page after the other.
    private static final Parallel ONE_BY_ONE = new Parallel(1);

    private final Environment environment;
    private final Clients clients;
    private final Tables tables;

    ExportWiring(Environment environment) {
        this.environment = environment;
        this.clients = new Clients(environment);
        this.tables = new Tables(clients.dynamoDb(), environment.required("TABLE_PREFIX"));
    }

    Exporter exporter() {
        Source source = new Source(
                new DynamoContacts(tables, ONE_BY_ONE),
                new DynamoEnrollments(tables, ONE_BY_ONE),
                new DynamoDoNotCall(tables),
                new DynamoAttempts(tables));
        return new Exporter(exports(), source, files(), environment.clock(), Exporter.PART);
    }

    Exports exports() {
        return new DynamoExports(tables);
    }

    ExportFiles files() {
        return new S3Exports(clients.s3(), clients.presigner(), environment.required("IMPORTS_BUCKET"));
    }

    SqsExports queue() {
        return new SqsExports(clients.sqs(), environment.required("EXPORTS_QUEUE"));
    }
}
