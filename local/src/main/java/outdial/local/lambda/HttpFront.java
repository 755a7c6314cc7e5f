package outdial.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import outdial.local.aws.Gateway;
import outdial.local.template.Blueprint;
import outdial.local.template.Function;
import outdial.local.template.HttpApi;
import outdial.local.template.Trigger;

/// The port of the HTTP APIs: finds the route of a request, asks its authorizer, runs its function. Other content
/// can be served beside it.
public final class HttpFront implements AutoCloseable {
    private static final Logger LOG = System.getLogger(HttpFront.class.getName());

    /// What API Gateway takes at most.
    private static final int MOST_BODY_BYTES = 10 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, HttpApi> apis = new TreeMap<>();
    private final List<Route> routes = new ArrayList<>();

    private HttpFront(HttpServer server) {
        this.server = server;
    }

    /// Takes the port; answers once [#start] is called.
    ///
    /// @param port 0 for any free one
    public static HttpFront open(int port) throws IOException {
        return new HttpFront(Gateway.listen(port));
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// Serves everything below a path, such as `/console/`, by something other than a function.
    public void mount(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    void add(Trigger.Route route, Function function) {
        routes.add(Route.of(route, function));
        routes.sort(Route.MOST_SPECIFIC_FIRST);
    }

    /// Begins to answer; all routes have been added.
    public void start(Blueprint blueprint, HttpRequests requests, Authorization authorization) {
        blueprint.compute().apis().forEach(api -> apis.put(api.id(), api));
        server.createContext("/", exchange -> handle(exchange, requests, authorization));
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange exchange, HttpRequests requests, Authorization authorization) throws IOException {
        try (exchange) {
            answer(exchange, requests, authorization).send(exchange);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the HTTP API failed at " + exchange.getRequestMethod(), e);
            if (exchange.getResponseCode() < 0) {
                HttpReply.message(500, "Internal Server Error").send(exchange);
            }
        }
    }

    private HttpReply answer(HttpExchange exchange, HttpRequests requests, Authorization authorization)
            throws IOException {
        Optional<Route.Match> match = match(exchange);
        Optional<HttpApi> api = match.map(found -> found.route().api())
                .or(() -> apis.keySet().stream().findFirst())
                .flatMap(id -> Optional.ofNullable(apis.get(id)));
        Cors cors = new Cors(api.flatMap(HttpApi::cors));
        if (cors.preflight(exchange)) {
            return cors.answer(exchange, HttpReply.empty(204));
        }
        if (match.isEmpty()) {
            return cors.answer(exchange, HttpReply.message(404, "Not Found"));
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
        if (body.length > MOST_BODY_BYTES) {
            return cors.answer(exchange, HttpReply.message(413, "Request Entity Too Large"));
        }
        HttpRequests.Request request = requests.read(exchange, match.get());
        HttpReply reply = switch (authorization.of(api, match.get().route(), request)) {
            case Authorization.Refused refused -> refused.reply();
            case Authorization.Granted granted -> requests.run(match.get().route(), request, granted.context(), body);
        };
        return cors.answer(exchange, reply);
    }

    private Optional<Route.Match> match(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        return routes.stream()
                .flatMap(route -> route.match(exchange.getRequestMethod(), path).stream())
                .findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
