package outdial.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import outdial.local.aws.AwsService;
import outdial.local.aws.DynamoDb;
import outdial.local.aws.EventBridge;
import outdial.local.aws.Gateway;
import outdial.local.aws.JsonApi;
import outdial.local.aws.Proxy;
import outdial.local.aws.QueueTargets;
import outdial.local.aws.Sqs;
import outdial.local.aws.iam.Access;
import outdial.local.aws.iam.Guard;
import outdial.local.aws.mail.SentMail;
import outdial.local.aws.mail.SesApi;
import outdial.local.aws.s3.S3Server;
import outdial.local.lambda.Endpoints;
import outdial.local.template.Blueprint;
import outdial.local.template.Bucket;
import outdial.local.template.Table;

/// The AWS services that hold data, with everything in them that the template asks for.
record Services(
        Gateway gateway,
        Access access,
        DynamoDb tables,
        Sqs queues,
        EventBridge events,
        S3Server objects,
        SentMail sentMail) {
    /// Starts them behind the gateway. The two big ones start side by side: each takes about a second the first
    /// time.
    static Services start(Blueprint blueprint, Options options, Gateway gateway, Home home, Teardown teardown)
            throws IOException {
        Access access = options.aws().enforcesRoles() ? Access.byRoles(blueprint) : Access.unchecked();
        HttpClient http = JsonApi.http();
        // Its close() would wait for long polls to end by themselves.
        teardown.add(http::shutdownNow);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<DynamoDb> tables =
                    threads.submit(() -> tables(blueprint, options, teardown.add(dynamoDb(options, home, http))));
            Future<Sqs> queues = threads.submit(() -> queues(blueprint, teardown.add(sqs(options, gateway, http))));
            EventBridge events = new EventBridge(options.clock());
            blueprint.eventBuses().forEach(bus -> events.addBus(bus.name()));
            S3Server objects = new S3Server(
                    home.objects(),
                    events,
                    access,
                    options.clock(),
                    options.time().real());
            for (Bucket bucket : blueprint.buckets()) {
                objects.create(bucket);
            }
            for (Blueprint.EventRule rule : blueprint.eventRules()) {
                events.addRule(rule.bus(), rule.pattern(), new QueueTargets(started(queues), rule.queueArns()));
            }
            SentMail sentMail = new SentMail(home.sentMail());
            Services services =
                    new Services(gateway, access, started(tables), started(queues), events, objects, sentMail);
            services.route(http, options);
            return services;
        }
    }

    Endpoints endpoints() {
        return new Endpoints(gateway.endpoint(), tables.endpoint(), queues.endpoint());
    }

    private void route(HttpClient http, Options options) {
        gateway.stream("s3", objects);
        route("dynamodb", new Proxy(http, tables.endpoint()));
        route("sqs", new Proxy(http, queues.endpoint()));
        route("events", events);
        route("ses", new SesApi(sentMail, options.clock()));
    }

    /// Lets a service answer behind the gateway, where functions' roles are asked first.
    void route(String signingName, AwsService service) {
        gateway.route(signingName, new Guard(access, signingName, service));
    }

    private static DynamoDb dynamoDb(Options options, Home home, HttpClient http) throws Exception {
        Optional<URI> elsewhere = options.aws().elsewhere();
        return elsewhere.isPresent() ? DynamoDb.at(elsewhere.get(), http) : DynamoDb.start(home.tables(), http);
    }

    private static Sqs sqs(Options options, Gateway gateway, HttpClient http) {
        return options.aws()
                .elsewhere()
                .map(there -> Sqs.at(there, gateway.endpoint(), http))
                .orElseGet(() -> Sqs.start(gateway.endpoint(), http));
    }

    /// DynamoDB Local goes by the machine's time: what a cloud in the past writes for a day, it would delete at
    /// once.
    private static DynamoDb tables(Blueprint blueprint, Options options, DynamoDb dynamoDb)
            throws IOException, InterruptedException {
        for (Table table : blueprint.tables()) {
            dynamoDb.create(options.time().isBehind() ? table.withoutExpiry() : table);
        }
        return dynamoDb;
    }

    private static Sqs queues(Blueprint blueprint, Sqs sqs) throws IOException, InterruptedException {
        sqs.create(blueprint.queues());
        return sqs;
    }

    private static <T> T started(Future<T> starting) throws IOException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting", e);
        }
    }
}
