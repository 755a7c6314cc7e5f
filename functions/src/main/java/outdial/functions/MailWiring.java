package outdial.functions;

import outdial.functions.dynamo.DynamoCorrespondence;
import outdial.functions.dynamo.DynamoImports;
import outdial.functions.dynamo.DynamoMailboxes;
import outdial.functions.dynamo.DynamoSentMails;
import outdial.functions.dynamo.Tables;
import outdial.functions.s3.S3Links;
import outdial.functions.s3.S3Lists;
import outdial.functions.ses.Letters;
import outdial.functions.ses.SesMail;
import outdial.functions.sqs.SqsMailQueue;
import outdial.imports.MailDoor;
import outdial.imports.MailQueue;
import outdial.imports.Mailboxes;
import outdial.imports.Replies;

/// Puts together what takes and sends mail.
final class MailWiring {
    private final Environment environment;
    private final Clients clients;
    private final Tables tables;

    MailWiring(Environment environment) {
        this.environment = environment;
        this.clients = new Clients(environment);
        this.tables = new Tables(clients.dynamoDb(), environment.required("TABLE_PREFIX"));
    }

    Letters letters() {
        return new Letters(clients.s3(), environment.required("MAIL_BUCKET"));
    }

    MailDoor door() {
        return new MailDoor(
                mailboxes(),
                new DynamoImports(tables),
                new S3Lists(clients.s3(), environment.required("IMPORTS_BUCKET")),
                new DynamoCorrespondence(tables),
                queue(),
                replies());
    }

    Replies replies() {
        return new Replies(
                new DynamoCorrespondence(tables),
                queue(),
                new S3Links(clients.presigner(), environment.required("IMPORTS_BUCKET")));
    }

    private MailQueue queue() {
        return new SqsMailQueue(clients.sqs(), environment.required("MESSAGES_QUEUE"));
    }

    Mailboxes mailboxes() {
        return new DynamoMailboxes(tables);
    }

    /// Without a domain nobody can be written to, and nobody writes.
    Outbox outbox() {
        String domain = environment.optional("MAIL_DOMAIN").orElse("localhost");
        return new Outbox(new DynamoSentMails(tables), new SesMail(clients.ses(), domain), environment.clock());
    }
}
