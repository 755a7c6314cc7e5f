package outdial.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import outdial.page.Page;
import outdial.page.PageRequest;
import outdial.workspace.WorkspaceId;

/// A request that found its route and may use it. `ids` are those in the path; `time` is when it came, or when
/// it came first if it is a repetition.
record Request(Call call, Map<String, String> ids, Optional<Caller> caller, Instant time) {
    private static final int USUAL_LIMIT = 50;

    /// A request as it came. Header names are in lower case; a body that is not there is empty.
    record Call(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String body,
            String requestId) {}

    Request firstSentAt(Instant first) {
        return new Request(call, ids, caller, first);
    }

    WorkspaceId workspace() {
        return who().workspace();
    }

    /// Only for routes that need a key.
    Caller who() {
        return caller.orElseThrow(() -> new IllegalStateException("a route without a key asked who is calling"));
    }

    String id(String name) {
        return Optional.ofNullable(ids.get(name))
                .orElseThrow(() -> new IllegalStateException("the path has no {" + name + "}"));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(call.headers().get(name));
    }

    /// @throws Refusal the body is not an object, or has a field that is not among `known`, or there is a query
    Fields body(String... known) {
        checkQuery();
        return read(known);
    }

    /// Empty where there is no body.
    Optional<Fields> bodyIfAny(String... known) {
        checkQuery();
        return readIfAny(known);
    }

    /// @throws Refusal there is a query parameter that is not among `known`, or anything in the body
    void onlyQuery(String... known) {
        checkQuery(known);
        var _ = readIfAny();
    }

    private Fields read(String... known) {
        JsonNode node = StrictJson.read(call.body())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Refusal.of(
                        ProblemType.MALFORMED_JSON,
                        "The body must be one JSON object, each key once; check its quotes, commas and braces."));
        return Fields.of(node, "", known);
    }

    private Optional<Fields> readIfAny(String... known) {
        return call.body().isBlank() ? Optional.empty() : Optional.of(read(known));
    }

    private void checkQuery(String... known) {
        Set<String> names = new TreeSet<>(List.of(known));
        for (String given : call.query().keySet()) {
            if (!names.contains(given)) throw Refusal.unknown("query parameter", given, names);
        }
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(call.query().get(name)).filter(text -> !text.isBlank());
    }

    /// The page asked for by `limit` (1 to 100, 50 unless said) and `cursor`; `filters` are the list's own
    /// parameters.
    PageRequest page(String... filters) {
        onlyQuery(
                Stream.concat(Stream.of("limit", "cursor"), Stream.of(filters)).toArray(String[]::new));
        int limit = query("limit").map(Request::limit).orElse(USUAL_LIMIT);
        Optional<String> cursor = query("cursor")
                .map(text -> Cursors.unwrap(list(), text)
                        .orElseThrow(() ->
                                Refusal.invalid("cursor", "The cursor is not of this list; start again without it.")));
        return new PageRequest(limit, cursor);
    }

    <T> Answer answer(Page<T> page) {
        return Answer.ok(new PageJson<>(page.items(), page.cursor().map(cursor -> Cursors.wrap(list(), cursor))));
    }

    /// One page of any list; without `cursor` it is the last.
    record PageJson<T>(List<T> items, Optional<String> cursor) {}

    /// What a cursor belongs to: the workspace, the path and the filters.
    private String list() {
        Map<String, String> filters = new TreeMap<>(call.query());
        filters.keySet().removeAll(Set.of("limit", "cursor"));
        return workspace() + " " + call.path() + " " + filters;
    }

    private static int limit(String text) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > PageRequest.MOST) {
            throw Refusal.invalid("limit", "limit must be a whole number from 1 to " + PageRequest.MOST + ".");
        }
        return Integer.parseInt(text);
    }
}
