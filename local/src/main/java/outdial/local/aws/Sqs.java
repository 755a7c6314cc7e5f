package outdial.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import outdial.local.template.Account;
import outdial.local.template.Queue;

/// ElasticMQ in this JVM. Messages live in memory only: a restart loses them, which the system has to heal anyway.
public final class Sqs implements AutoCloseable {
    private final Runnable stop;
    private final URI endpoint;
    private final URI publicEndpoint;
    private final JsonApi api;

    private Sqs(Runnable stop, URI endpoint, URI publicEndpoint, HttpClient http) {
        this.stop = stop;
        this.endpoint = endpoint;
        this.publicEndpoint = publicEndpoint;
        this.api = new JsonApi(http, endpoint, "sqs", "AmazonSQS");
    }

    /// Starts it on a free port of this machine.
    ///
    /// @param publicEndpoint what queue URLs begin with: the gateway
    public static Sqs start(URI publicEndpoint, HttpClient http) {
        QuietLogs.on();
        SQSRestServer server = SQSRestServerBuilder.withDynamicPort()
                .withInterface("127.0.0.1")
                .withAWSRegion(Account.LOCAL_REGION)
                .withAWSAccountId(Account.LOCAL_ID)
                .withServerAddress(new NodeAddress("http", publicEndpoint.getHost(), publicEndpoint.getPort(), ""))
                .start();
        int port = server.waitUntilStarted().localAddress().getPort();
        // Takes no request from here on. Not waited for: it would be as long as the longest poll that is still open.
        Runnable stop = () -> {
            var _ = server.stopAndGetFuture().apply();
        };
        return new Sqs(stop, URI.create("http://localhost:" + port), publicEndpoint, http);
    }

    /// One that runs elsewhere, such as in LocalStack.
    ///
    /// @param publicEndpoint what queue URLs begin with: the gateway
    public static Sqs at(URI endpoint, URI publicEndpoint, HttpClient http) {
        return new Sqs(() -> {}, endpoint, publicEndpoint, http);
    }

    /// Where it answers by itself, without the detour through the gateway.
    public URI endpoint() {
        return endpoint;
    }

    public JsonApi api() {
        return api;
    }

    /// The URL that stands for the queue in every request.
    public String url(String queue) {
        return publicEndpoint + "/" + Account.LOCAL_ID + "/" + queue;
    }

    /// Makes the queues, each after the queue that gets its dead letters.
    public void create(List<Queue> queues) throws IOException, InterruptedException {
        Deque<Queue> waiting = new ArrayDeque<>(queues);
        int postponed = 0;
        while (!waiting.isEmpty()) {
            Queue queue = waiting.removeFirst();
            boolean early = queue.redrive()
                    .map(Queue.Redrive::deadLetterArn)
                    .filter(arn ->
                            waiting.stream().anyMatch(other -> other.arn().equals(arn)))
                    .isPresent();
            if (early && postponed < waiting.size()) {
                waiting.addLast(queue);
                postponed++;
            } else {
                create(queue);
                postponed = 0;
            }
        }
    }

    private void create(Queue queue) throws IOException, InterruptedException {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("QueueName", queue.name());
        ObjectNode attributes = request.putObject("Attributes");
        queue.attributes().forEach(attributes::put);
        queue.redrive()
                .ifPresent(redrive ->
                        attributes.put("RedrivePolicy", policy(redrive).toString()));
        api.call("CreateQueue", request);
    }

    private static JsonNode policy(Queue.Redrive redrive) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("deadLetterTargetArn", redrive.deadLetterArn())
                .put("maxReceiveCount", redrive.maxReceiveCount());
    }

    public void send(String queue, String body) throws IOException, InterruptedException {
        api.call(
                "SendMessage",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("QueueUrl", url(queue))
                        .put("MessageBody", body));
    }

    @Override
    public void close() {
        stop.run();
    }
}
