package outdial.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import outdial.local.aws.AwsService;
import outdial.local.aws.Gateway;
import outdial.local.aws.LocalCredentials;
import outdial.local.aws.mail.MailServer;
import outdial.local.lambda.Async;
import outdial.local.lambda.Attachment;
import outdial.local.lambda.Authorization;
import outdial.local.lambda.Endpoints;
import outdial.local.lambda.Faults;
import outdial.local.lambda.Functions;
import outdial.local.lambda.HttpFront;
import outdial.local.lambda.HttpRequests;
import outdial.local.lambda.Invoker;
import outdial.local.lambda.LambdaApi;
import outdial.local.lambda.Triggers;
import outdial.local.template.Account;
import outdial.local.template.Blueprint;
import outdial.local.template.Bucket;
import outdial.local.template.Function;
import outdial.local.template.TemplateReader;

/// AWS as far as one template needs it, in this JVM: tables, queues, buckets, mail, functions and all that triggers
/// them. Several may run side by side and know nothing of each other.
public final class LocalCloud implements AutoCloseable {
    private static final String STACK = "outdial";

    private final Options options;
    private final TemplateReader.Template template;
    private final Services services;
    private final HttpFront http;
    private final Functions functions;
    private final MailServer mail;
    private final Triggers triggers;
    private final Faults faults = new Faults();
    private final Teardown teardown;

    private LocalCloud(Options options, Teardown teardown) throws IOException, InterruptedException {
        this.options = options;
        this.teardown = teardown;
        Home home = teardown.add(Home.of(options.data()));
        Gateway gateway = teardown.add(Gateway.open(options.ports().aws()));
        this.http = teardown.add(HttpFront.open(options.ports().http()));
        this.template = TemplateReader.read(
                options.template(),
                STACK,
                options.deployment().parameters(),
                Account.local(gateway.endpoint(), http.endpoint()));
        Blueprint blueprint = template.blueprint();
        this.services = Services.start(blueprint, options, gateway, home, teardown);
        gateway.start();
        this.functions = Functions.build(blueprint.functions(), endpointsOfFunctions(), options.clock());
        teardown.add(functions::stop);
        Async async = teardown.add(new Async(functions, services.queues(), options.clock()));
        services.route("lambda", new LambdaApi(blueprint, functions, async));
        this.mail = teardown.add(new MailServer(
                options.ports().smtp(),
                blueprint.receiptRules(),
                services.objects(),
                (arn, event) ->
                        async.invoke(blueprint.function(arn), event.toString().getBytes(StandardCharsets.UTF_8)),
                options.clock()));
        for (Attachment attachment : options.attachments()) {
            teardown.add(attachment);
            attachment.attach(new Socket());
        }
        this.triggers = teardown.add(new Triggers(
                new Triggers.Sources(services.tables(), services.queues(), services.events(), home.checkpoints()),
                new Triggers.Runners(functions, async, http),
                faults,
                options.clock(),
                options.deployment().scheduleSpeed()));
        for (Function function : blueprint.functions()) {
            triggers.start(function);
        }
        http.start(blueprint, new HttpRequests(functions, options.clock()), new Authorization(blueprint, functions));
    }

    /// Starts everything that the template asks for; when it returns, requests are answered and triggers fire.
    ///
    /// @throws outdial.local.template.TemplateRejected the template is wrong or asks for what is not supported here
    /// @throws outdial.local.lambda.FunctionNotBuilt a function of the template cannot start
    /// @throws IOException a port is taken or the data directory cannot be used
    public static LocalCloud start(Options options) throws IOException {
        Teardown teardown = new Teardown();
        try {
            return new LocalCloud(options, teardown);
        } catch (IOException | RuntimeException e) {
            teardown.close();
            throw e;
        } catch (InterruptedException e) {
            teardown.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting", e);
        }
    }

    private Endpoints endpointsOfFunctions() {
        Endpoints direct = services.endpoints();
        return options.aws().enforcesRoles() ? direct.behindGateway() : direct;
    }

    /// The AWS endpoint for SDKs and the AWS CLI, such as `http://localhost:4566`.
    public URI awsEndpoint() {
        return services.endpoints().gateway();
    }

    /// Where HTTP APIs answer, such as `http://localhost:8080`; routes such as `/v1/health` stand below it.
    public URI apiUrl() {
        return http.endpoint();
    }

    /// Where mail is taken in, `HOST:PORT`.
    public String smtp() {
        return mail.address();
    }

    /// The time that everything here goes by.
    public Clock clock() {
        return options.clock();
    }

    /// How far that is ahead of the machine's time.
    Duration clockAhead() {
        return options.time().ahead();
    }

    /// Runs a function by its logical id.
    public Invoker invoker() {
        return functions;
    }

    /// Runs the schedules of a function now, so that nobody has to wait for the minute.
    ///
    /// @throws IllegalArgumentException it has none
    public void runScheduleNow(String functionLogicalId) {
        triggers.runScheduleNow(functionLogicalId);
    }

    /// What may go wrong with messages, for tests.
    public Faults faults() {
        return faults;
    }

    /// SDK clients for this cloud.
    public Clients clients() {
        return new Clients(services.endpoints());
    }

    /// Logical ids of the template's functions, in its order.
    public List<String> functions() {
        return template.blueprint().functions().stream()
                .map(Function::logicalId)
                .toList();
    }

    /// The environment variables that a function has here, for code that wires itself like one but has every right.
    public java.util.Map<String, String> environmentOf(String functionLogicalId) {
        return template.blueprint().functions().stream()
                .filter(function -> function.logicalId().equals(functionLogicalId))
                .map(function -> services.endpoints().environment(function, LocalCredentials.ACCESS_KEY_ID))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the template has no function " + functionLogicalId));
    }

    /// The HTTP port, to serve other content beside the API.
    public HttpFront http() {
        return http;
    }

    /// What functions were refused because their roles do not allow it, oldest first; always empty where roles
    /// are not enforced.
    public List<String> refusals() {
        return services.access().refusals();
    }

    /// Mail that functions sent through SES, oldest first, as MIME.
    public List<byte[]> sentMail() throws IOException {
        return services.sentMail().all();
    }

    /// The directory of that mail.
    Path outbox() {
        return services.sentMail().directory();
    }

    /// Looks for no more work, lets what runs be finished for a few seconds, then closes everything.
    public void stop() {
        teardown.close();
    }

    /// Stops like a machine that loses power: what runs is interrupted wherever it is, and nothing is finished.
    /// What plugs in is the world outside: it hears nothing more, and does not see functions die.
    public void kill() {
        options.attachments().forEach(Attachment::close);
        functions.kill();
        triggers.kill();
        teardown.close();
    }

    @Override
    public void close() {
        stop();
    }

    private final class Socket implements Attachment.Socket {
        @Override
        public Invoker invoker() {
            return functions;
        }

        @Override
        public List<String> functionsOpenTo(String servicePrincipal) {
            return template.blueprint().functionsOpenTo(servicePrincipal);
        }

        @Override
        public void route(String signingName, AwsService service) {
            services.route(signingName, service);
        }

        @Override
        public String parameter(String name) {
            String value = template.parameters().get(name);
            if (value == null) {
                throw new IllegalArgumentException("the template has no parameter " + name);
            }
            return value;
        }

        @Override
        public Path beside(String file) {
            return options.template().resolveSibling(file);
        }

        @Override
        public void publish(String source, String detailType, List<String> resources, JsonNode detail) {
            services.events().publish(source, detailType, resources, detail);
        }

        @Override
        public BiConsumer<String, byte[]> bucket(String name) {
            try {
                services.objects().create(new Bucket(name, false, true, List.of()));
            } catch (IOException e) {
                throw new UncheckedIOException("the bucket " + name + " cannot be made", e);
            }
            return (key, bytes) -> put(name, key, bytes);
        }

        private void put(String bucket, String key, byte[] bytes) {
            try {
                services.objects().put(bucket, key, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("the bucket " + bucket + " cannot be written", e);
            }
        }

        @Override
        public Clock clock() {
            return options.clock();
        }
    }
}
