package outdial.functions;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outdial.agent.Agents;
import outdial.dialing.Books;
import outdial.dialing.CallRecords;
import outdial.dialing.CarrierSwitch;
import outdial.dialing.CarrierTerms;
import outdial.dialing.Carriers;
import outdial.dialing.Completion;
import outdial.dialing.Concluder;
import outdial.dialing.Conversations;
import outdial.dialing.DialLine;
import outdial.dialing.DialQueue;
import outdial.dialing.Dialer;
import outdial.dialing.Dispatcher;
import outdial.dialing.Handover;
import outdial.dialing.Law;
import outdial.dialing.OptOuts;
import outdial.dialing.Retries;
import outdial.dialing.SlotRecount;
import outdial.dialing.Ticker;
import outdial.dialing.Timing;
import outdial.dialing.Wakeups;
import outdial.enrollment.Token;
import outdial.functions.api.Api;
import outdial.functions.api.Ports;
import outdial.functions.chime.CallFlow;
import outdial.functions.chime.ChimeCarrier;
import outdial.functions.chime.ChimeRecords;
import outdial.functions.chime.RecordReader;
import outdial.functions.connect.ConnectCarrier;
import outdial.functions.connect.ContactFlow;
import outdial.functions.dynamo.DynamoAgents;
import outdial.functions.dynamo.DynamoAttempts;
import outdial.functions.dynamo.DynamoAuditTrail;
import outdial.functions.dynamo.DynamoCallDetails;
import outdial.functions.dynamo.DynamoCampaigns;
import outdial.functions.dynamo.DynamoCircuits;
import outdial.functions.dynamo.DynamoContacts;
import outdial.functions.dynamo.DynamoDoNotCall;
import outdial.functions.dynamo.DynamoEnrollments;
import outdial.functions.dynamo.DynamoGroups;
import outdial.functions.dynamo.DynamoIdempotency;
import outdial.functions.dynamo.DynamoLatestResults;
import outdial.functions.dynamo.DynamoMailboxes;
import outdial.functions.dynamo.DynamoNumbers;
import outdial.functions.dynamo.DynamoPace;
import outdial.functions.dynamo.DynamoPolicies;
import outdial.functions.dynamo.DynamoProgress;
import outdial.functions.dynamo.DynamoRecounts;
import outdial.functions.dynamo.DynamoSlots;
import outdial.functions.dynamo.DynamoWorkspaces;
import outdial.functions.dynamo.Parallel;
import outdial.functions.dynamo.Tables;
import outdial.functions.phone.NumberingAtlas;
import outdial.functions.phone.NumberingPlans;
import outdial.functions.sqs.SqsDialQueue;
import outdial.functions.sqs.SqsReports;
import outdial.functions.sqs.SqsWakeups;
import outdial.functions.webhook.DeliveryQueue;
import outdial.report.ProgressRecount;
import outdial.rules.Rulebook;

/// Puts the use cases together from the environment. Each method builds what one function needs, so that a
/// function's environment has no more variables than it uses.
final class Wiring {
    /// The longest a phone rings: carriers give up after a minute at the latest.
    private static final Duration RINGING = Duration.ofMinutes(1);

    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);
    private static final Timing TIMING = new Timing(RINGING, LONGEST_CALL);

    /// Requests to DynamoDB side by side in one function: enough to hide their latency, few enough for its
    /// connections.
    private static final int REQUESTS_AT_ONCE = 32;

    private static final int TOKEN_BYTES = 16;

    /// What the program knows, and no clock or dice: good to be in a SnapStart image.
    private static final Law LAW = new Law(Rulebook.shipped(), new NumberingAtlas());

    private final Environment environment;
    private final Clients clients;
    private final Tables tables;

    Wiring(Environment environment) {
        this.environment = environment;
        this.clients = new Clients(environment);
        this.tables = new Tables(clients.dynamoDb(), environment.required("TABLE_PREFIX"));
    }

    Clock clock() {
        return environment.clock();
    }

    Books books() {
        return books(tables);
    }

    /// The same books, read at half the price and perhaps out of date.
    private Books glances() {
        return books(tables.atAGlance());
    }

    private static Books books(Tables tables) {
        Parallel parallel = new Parallel(REQUESTS_AT_ONCE);
        return new Books(
                new DynamoWorkspaces(tables),
                new DynamoPolicies(tables),
                new DynamoCampaigns(tables),
                new DynamoContacts(tables, parallel),
                new DynamoDoNotCall(tables),
                new DynamoGroups(tables),
                new DynamoEnrollments(tables, parallel),
                new DynamoNumbers(tables),
                new DynamoAttempts(tables));
    }

    Agents agents() {
        return new DynamoAgents(tables);
    }

    DynamoProgress progress() {
        return new DynamoProgress(tables);
    }

    Wakeups wakeups() {
        return new SqsWakeups(clients.sqs(), environment.required("DISPATCH_QUEUE"));
    }

    Ticker ticker() {
        return new Ticker(new DynamoCampaigns(tables), wakeups());
    }

    Recounting recounting() {
        SlotRecount slots = new SlotRecount(
                books(), new DynamoSlots(tables), Set.of(ChimeCarrier.NAME, ConnectCarrier.NAME), clock());
        ProgressRecount progress = new ProgressRecount(new DynamoRecounts(tables));
        return new Recounting(new DynamoCampaigns(tables), slots, progress, clock());
    }

    Concluder concluder() {
        return concluder(books(), line(dialQueue()), CallRecords.NONE);
    }

    private Concluder concluder(Books books, DialLine line, CallRecords records) {
        return new Concluder(
                books,
                glances(),
                new Retries(glances(), LAW, TIMING, clock()),
                new Concluder.FollowUp(
                        new DynamoLatestResults(tables), line.wakeups(), new Handover(books, glances(), line)),
                records,
                clock());
    }

    Dispatcher dispatcher() {
        Books books = books();
        DynamoProgress counters = new DynamoProgress(tables.atAGlance());
        Completion completion = new Completion(books.campaigns(), books.enrollments(), counters);
        DialLine line = line(dialQueue());
        return new Dispatcher(books, glances(), line, concluder(books, line, records()), completion);
    }

    private DialQueue dialQueue() {
        return new SqsDialQueue(clients.sqs(), environment.required("DIAL_QUEUE"));
    }

    private CallRecords records() {
        CallRecords chime = environment
                .optional("CALL_DETAIL_RECORDS_BUCKET")
                .<CallRecords>map(_ -> new ChimeRecords(new DynamoAttempts(tables), new DynamoCallDetails(tables)))
                .orElse(CallRecords.NONE);
        return CallRecords.byCarrier(
                Map.of(ChimeCarrier.NAME, chime, ConnectCarrier.NAME, connect().records()));
    }

    RecordReader callRecords() {
        return new RecordReader(clients.s3(), new DynamoCallDetails(tables));
    }

    Dialer dialer() {
        ChimeCarrier chime = new ChimeCarrier(clients.chime(), environment.optional("SIP_MEDIA_APPLICATION_ID"));
        CarrierSwitch carriers = new CarrierSwitch(
                Map.of(ChimeCarrier.NAME, chime, ConnectCarrier.NAME, connect().carrier(RINGING)));
        return new Dialer(books(), glances(), line(NO_ORDERS), carriers, new Sleep(clock()));
    }

    CallFlow callFlow() {
        Books books = books();
        SqsReports reports = new SqsReports(clients.sqs(), environment.required("CALL_EVENTS_QUEUE"));
        CallFlow.CallTerms terms = new CallFlow.CallTerms(LONGEST_CALL, clock());
        return new CallFlow(
                new Conversations(glances(), agents(), clock()),
                new OptOuts(books),
                new DynamoAttempts(tables),
                reports::send,
                terms);
    }

    ContactFlow contactFlow() {
        Books books = books();
        return new ContactFlow(
                new Conversations(glances(), agents(), clock()),
                new OptOuts(books),
                new DynamoAttempts(tables),
                clock());
    }

    ConnectWiring connect() {
        return new ConnectWiring(environment, clients, new DynamoAttempts(tables));
    }

    Api api() {
        ImportWiring imports = new ImportWiring(environment);
        return new Api(new Ports(
                books(),
                agents(),
                new Ports.Doors(
                        imports.rowsImporter(),
                        imports.uploads(),
                        imports.imports(),
                        imports.mappings(),
                        imports.links(),
                        imports.supervisor(),
                        imports.previewer()),
                new Ports.Mail(new DynamoMailboxes(tables), environment.optional("MAIL_DOMAIN")),
                new DynamoSlots(tables),
                progress(),
                wakeups(),
                new NumberingPlans(),
                new DynamoIdempotency(tables),
                new Ports.Rules(LAW, new DynamoCircuits(tables), carriers(), new DynamoAuditTrail(tables)),
                hooks(),
                files(),
                RINGING,
                clock()));
    }

    private Ports.Hooks hooks() {
        WebhookWiring webhooks = new WebhookWiring(environment);
        DeliveryQueue queue = webhooks.queue();
        return new Ports.Hooks(webhooks.webhooks(), webhooks.targets(), test -> queue.send(List.of(test)));
    }

    private Ports.Files files() {
        ExportWiring exports = new ExportWiring(environment);
        return new Ports.Files(exports.exports(), exports.files(), exports.queue()::send);
    }

    /// A dialer takes orders and gives none.
    private static final DialQueue NO_ORDERS = orders -> {
        throw new IllegalStateException("a dialer does not order calls");
    };

    private DialLine line(DialQueue queue) {
        return new DialLine(
                new DynamoSlots(tables),
                new DynamoPace(tables),
                new DynamoCircuits(tables),
                queue,
                wakeups(),
                Wiring::token,
                TIMING,
                carriers(),
                LAW,
                clock());
    }

    private Carriers carriers() {
        return Carriers.of(List.of(
                terms(ChimeCarrier.NAME, "CARRIER_ACTIVE_CALLS", "CARRIER_CALLS_PER_SECOND"),
                terms(ConnectCarrier.NAME, "CONNECT_ACTIVE_CALLS", "CONNECT_CALLS_PER_SECOND")));
    }

    private CarrierTerms terms(String carrier, String activeCalls, String callsPerSecond) {
        return CarrierTerms.perSecond(
                carrier,
                Integer.parseInt(environment.required(activeCalls)),
                Double.parseDouble(environment.required(callsPerSecond)));
    }

    /// SecureRandom is seeded anew when SnapStart restores an image, and so each copy gives other tokens.
    private static Token token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Token(HexFormat.of().formatHex(bytes));
    }
}
