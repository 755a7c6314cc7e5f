package outdial.local.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import outdial.local.aws.AwsService;
import outdial.local.telephony.ContactCentre.Result;
import outdial.local.telephony.NetworkFaults.Failure;

/// StartOutboundVoiceContact, DescribeContact and StopContact of Amazon Connect's API, 2017-08-08.
final class ConnectVoiceApi implements AwsService {
    // Longer than any caller waits.
    private static final int LONGEST_SILENCE_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContactCentre centre;
    private final ContactJson writer;
    private final NetworkFaults faults;
    private final Ledger ledger;
    private final CountDownLatch closed = new CountDownLatch(1);

    ConnectVoiceApi(ContactCentre centre, ContactJson writer, NetworkFaults faults, Ledger ledger) {
        this.centre = centre;
        this.writer = writer;
        this.faults = faults;
        this.ledger = ledger;
    }

    @Override
    public void handle(HttpExchange exchange, byte[] body) throws IOException {
        List<String> path = List.of(exchange.getRequestURI().getPath().split("/"));
        String operation = exchange.getRequestMethod() + " " + (path.size() > 1 ? path.get(1) : "");
        if (operation.equals("PUT contact") && path.getLast().equals("outbound-voice")) {
            start(exchange, JSON.readTree(body));
        } else if (operation.equals("GET contacts") && path.size() == 4) {
            answer(exchange, centre.describe(path.get(2), path.get(3)));
        } else if (operation.equals("POST contact") && path.getLast().equals("stop")) {
            JsonNode json = JSON.readTree(body);
            answer(
                    exchange,
                    centre.stop(
                            json.path("InstanceId").asText(),
                            json.path("ContactId").asText()));
        } else {
            answer(
                    exchange,
                    new Result.Refused(
                            ConnectError.INVALID_REQUEST, "this phone network only starts, describes and stops calls"));
        }
    }

    /// Starts no more calls, and lets go of callers that still wait for an answer that will not come.
    void close() {
        centre.close();
        closed.countDown();
    }

    private void start(HttpExchange exchange, JsonNode body) throws IOException {
        Optional<Failure> failure = faults.nextCall();
        if (failure.isPresent() && !failure.get().placesTheCall()) {
            fail(exchange, failure.get());
            return;
        }
        Result result;
        try {
            result = centre.start(ContactRequest.read(body));
        } catch (IllegalArgumentException wrong) {
            result = new Result.Refused(ConnectError.INVALID_PARAMETER, String.valueOf(wrong.getMessage()));
        }
        if (failure.isPresent() && result instanceof Result.Started) {
            fail(exchange, failure.get());
        } else {
            answer(exchange, result);
        }
    }

    private void fail(HttpExchange exchange, Failure failure) throws IOException {
        switch (failure) {
            case THROTTLED -> answer(exchange, new Result.Refused(ConnectError.TOO_MANY_REQUESTS, "Too Many Requests"));
            case SERVICE_FAILURE, SERVICE_FAILURE_BUT_PLACED, UNAVAILABLE, UNAVAILABLE_BUT_PLACED ->
                answer(exchange, new Result.Refused(ConnectError.INTERNAL, "Internal service error"));
            case TIME_OUT, TIME_OUT_BUT_PLACED -> keepSilent();
        }
    }

    private void answer(HttpExchange exchange, Result result) throws IOException {
        switch (result) {
            case Result.Started(String contactId) ->
                send(exchange, 200, JsonNodeFactory.instance.objectNode().put("ContactId", contactId));
            case Result.Found(Page page) -> send(exchange, 200, writer.described(page));
            case Result.Stopped() -> send(exchange, 200, JsonNodeFactory.instance.objectNode());
            case Result.Refused(ConnectError error, String message) -> {
                ledger.refused(error.code());
                exchange.getResponseHeaders().set("x-amzn-errortype", error.code());
                send(
                        exchange,
                        error.status(),
                        JsonNodeFactory.instance.objectNode().put("Message", message));
            }
        }
    }

    private void keepSilent() throws IOException {
        try {
            if (!closed.await(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("nobody waited for this answer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
