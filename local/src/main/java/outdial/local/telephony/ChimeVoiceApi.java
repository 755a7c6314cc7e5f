package outdial.local.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import outdial.local.aws.AwsService;
import outdial.local.telephony.NetworkFaults.Failure;

/// CreateSipMediaApplicationCall and UpdateSipMediaApplicationCall of the Chime SDK Voice API, 2022-08-03.
final class ChimeVoiceApi implements AwsService {
    // Longer than any caller waits: then it has long called it a time-out.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);
    private static final int MOST_ARGUMENTS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Switchboard switchboard;
    private final NetworkFaults faults;
    private final Ledger ledger;
    private final CountDownLatch closed = new CountDownLatch(1);

    ChimeVoiceApi(Switchboard switchboard, NetworkFaults faults, Ledger ledger) {
        this.switchboard = switchboard;
        this.faults = faults;
        this.ledger = ledger;
    }

    @Override
    public void handle(HttpExchange exchange, byte[] body) throws IOException {
        switch (answer(exchange, body)) {
            case Answer.Accepted(int status, String transactionId) -> {
                ObjectNode json = JsonNodeFactory.instance.objectNode();
                json.putObject("SipMediaApplicationCall").put("TransactionId", transactionId);
                send(exchange, status, json);
            }
            case Answer.Refused(ApiError error, String message) -> {
                ledger.refused(error.code());
                exchange.getResponseHeaders().set("x-amzn-errortype", error.type());
                send(
                        exchange,
                        error.status(),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("Code", error.code())
                                .put("Message", message));
            }
            case Answer.Silence _ -> keepSilent();
        }
    }

    /// Takes no more calls, and lets go of callers that still wait for an answer that will not come.
    void close() {
        switchboard.close();
        closed.countDown();
    }

    private Answer answer(HttpExchange exchange, byte[] body) {
        List<String> path = List.of(exchange.getRequestURI().getPath().split("/"));
        if (!exchange.getRequestMethod().equals("POST")
                || path.size() < 4
                || !path.get(1).equals("sip-media-applications")
                || !path.get(3).equals("calls")) {
            return new Answer.Refused(ApiError.NOT_FOUND, "this phone network only places and updates calls");
        }
        return switch (path.size()) {
            case 4 -> create(path.get(2), body);
            case 5 -> update(path.get(2), path.get(4), body);
            default -> new Answer.Refused(ApiError.NOT_FOUND, "no such path");
        };
    }

    private Answer create(String applicationId, byte[] body) {
        Optional<Failure> failure = faults.nextCall();
        if (failure.isPresent() && !failure.get().placesTheCall()) {
            return failed(failure.get());
        }
        Answer placed;
        try {
            placed = switchboard.place(callRequest(applicationId, object(body)));
        } catch (IllegalArgumentException wrong) {
            return badRequest(wrong);
        }
        return placed instanceof Answer.Accepted
                ? failure.map(ChimeVoiceApi::failed).orElse(placed)
                : placed;
    }

    private Answer update(String applicationId, String transactionId, byte[] body) {
        try {
            ObjectNode json = object(body);
            if (!json.path("Arguments").isObject()) {
                throw new IllegalArgumentException("Arguments is required");
            }
            return switchboard.update(applicationId, transactionId, map(json, "Arguments"));
        } catch (IllegalArgumentException wrong) {
            return badRequest(wrong);
        }
    }

    private static CallRequest callRequest(String applicationId, ObjectNode json) {
        map(json, "SipHeaders");
        return new CallRequest(
                applicationId,
                phoneNumber(json, "FromPhoneNumber"),
                phoneNumber(json, "ToPhoneNumber"),
                map(json, "ArgumentsMap"));
    }

    private static String phoneNumber(ObjectNode json, String name) {
        JsonNode number = json.path(name);
        if (!number.isTextual()) {
            throw new IllegalArgumentException(name + " is required");
        }
        if (!CallRequest.isPhoneNumber(number.textValue())) {
            throw new IllegalArgumentException(name + " must be in E.164 format");
        }
        // The service takes numbers without their plus sign; they are the same people.
        return number.textValue().startsWith("+") ? number.textValue() : "+" + number.textValue();
    }

    private static Map<String, String> map(ObjectNode json, String name) {
        JsonNode map = json.path(name);
        if (map.size() > MOST_ARGUMENTS) {
            throw new IllegalArgumentException(name + " must have at most 20 entries, has " + map.size());
        }
        Map<String, String> read = new HashMap<>();
        for (var entry : map.properties()) {
            if (!entry.getValue().isTextual()) {
                throw new IllegalArgumentException(name + " must map strings to strings");
            }
            read.put(entry.getKey(), entry.getValue().textValue());
        }
        return read;
    }

    private static ObjectNode object(byte[] body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException malformed) {
            throw new IllegalArgumentException("the body is not JSON", malformed);
        }
        throw new IllegalArgumentException("the body is not a JSON object");
    }

    private static Answer badRequest(IllegalArgumentException wrong) {
        return new Answer.Refused(ApiError.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }

    private static Answer failed(Failure failure) {
        return switch (failure) {
            case THROTTLED -> new Answer.Refused(ApiError.THROTTLED, "Rate exceeded");
            case SERVICE_FAILURE, SERVICE_FAILURE_BUT_PLACED ->
                new Answer.Refused(ApiError.SERVICE_FAILURE, "Internal failure");
            case UNAVAILABLE, UNAVAILABLE_BUT_PLACED ->
                new Answer.Refused(ApiError.SERVICE_UNAVAILABLE, "Service unavailable");
            case TIME_OUT, TIME_OUT_BUT_PLACED -> new Answer.Silence();
        };
    }

    private void keepSilent() throws IOException {
        try {
            if (!closed.await(LONGEST_SILENCE.toSeconds(), TimeUnit.SECONDS)) {
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
