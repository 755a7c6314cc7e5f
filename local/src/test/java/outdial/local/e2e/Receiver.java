package outdial.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A customer's server that is told what happens, and refuses the first tries of each event.
final class Receiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final int refusals;
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();

    /// @param refusals tries of each event that are answered with 500
    Receiver(int refusals) throws IOException {
        this.refusals = refusals;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    /// An event that was answered with 204, and what it was signed with.
    record Told(String id, String timestamp, String signature, String body, int tries) {
        JsonNode event() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }

        String type() {
            return event().path("type").asText();
        }

        JsonNode data() {
            return event().path("data");
        }

        /// As docs/webhooks.md tells customers to do it.
        boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                byte[] expected = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
                return List.of(signature.split(" "))
                        .contains("v1," + Base64.getEncoder().encodeToString(expected));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    List<Told> told(String type) {
        return told.stream().filter(one -> one.type().equals(type)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        int count = tries.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (count > refusals) {
            told.add(new Told(
                    id,
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body,
                    count));
        }
        exchange.sendResponseHeaders(count > refusals ? 204 : 500, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
