package outdial.functions.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the route of a request.
record Router(List<Route> routes) {
    Router {
        routes = List.copyOf(routes);
    }

    /// A route and the ids in its path.
    record Match(Route route, Map<String, String> ids) {}

    /// The route that answers without a key, if this is one.
    Optional<Match> open(String method, String path) {
        return at(path).stream()
                .filter(match -> match.route().access() == Access.ANYBODY)
                .filter(match -> match.route().method().equals(method))
                .findFirst();
    }

    /// @throws Refusal nothing is there (404), or nothing for this method (405)
    Match find(String method, String path) {
        List<Match> there = at(path);
        return there.stream()
                .filter(match -> match.route().method().equals(method))
                .findFirst()
                .orElseThrow(() -> nothing(method, there));
    }

    private List<Match> at(String path) {
        List<String> segments =
                Stream.of(path.split("/", -1)).map(PercentEncoding::decode).toList();
        return routes.stream().flatMap(route -> match(route, segments).stream()).toList();
    }

    private static Optional<Match> match(Route route, List<String> segments) {
        return route.path().match(segments).map(ids -> new Match(route, ids));
    }

    private static Refusal nothing(String method, List<Match> there) {
        if (there.isEmpty()) {
            return Refusal.notFound(
                    "Nothing is at this path; docs/api.md and infrastructure/openapi.yaml list the paths, all below /v1.");
        }
        List<String> methods =
                there.stream().map(match -> match.route().method()).sorted().toList();
        String allowed = String.join(", ", methods);
        return Refusal.of(ProblemType.METHOD_NOT_ALLOWED, method + " is not allowed here; allowed: " + allowed + ".")
                .with("allow", allowed);
    }
}
