package outdial.local.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The one port on which every AWS service answers. A request goes where its signature says it was meant for; one
/// without (a browser's preflight, an address presigned the old way) can only be for S3.
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Gateway.class.getName());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, HttpHandler> routes = new ConcurrentHashMap<>();

    private Gateway(HttpServer server) {
        this.server = server;
    }

    /// Takes the port, so that addresses can be given out, and answers once [#start()] is called.
    ///
    /// @param port 0 for any free one
    public static Gateway open(int port) throws IOException {
        return new Gateway(listen(port));
    }

    /// A server on this machine that answers nobody yet.
    ///
    /// @throws IOException the port is taken; the message says which
    public static HttpServer listen(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new IOException("port " + port + " is taken by another program", e);
        }
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public void route(String signingName, AwsService service) {
        routes.put(
                signingName,
                exchange -> service.handle(exchange, exchange.getRequestBody().readAllBytes()));
    }

    /// For services whose bodies are too big to be read at once.
    public void stream(String signingName, HttpHandler handler) {
        routes.put(signingName, handler);
    }

    public void start() {
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String service = Signature.of(exchange).service();
        try (exchange) {
            HttpHandler route = routes.get(service);
            if (route == null) {
                Replies.error(
                        exchange,
                        501,
                        "NotImplemented",
                        "the local cloud has no service " + service + ". It has " + new TreeSet<>(routes.keySet()));
            } else {
                route.handle(exchange);
            }
        } catch (RuntimeException | IOException e) {
            LOG.log(Level.ERROR, service + " failed at " + exchange.getRequestMethod(), e);
            if (exchange.getResponseCode() < 0) {
                Replies.error(exchange, 500, "InternalFailure", String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /// Answers in AWS's JSON protocol.
    public static final class Replies {
        private Replies() {}

        public static void json(HttpExchange exchange, int status, byte[] body) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }

        public static void error(HttpExchange exchange, int status, String type, String message) throws IOException {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
            String body = JsonNodeFactory.instance
                    .objectNode()
                    .put("__type", type)
                    .put("message", message)
                    .toString();
            json(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
