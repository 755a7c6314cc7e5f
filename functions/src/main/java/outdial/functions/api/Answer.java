package outdial.functions.api;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outdial.functions.json.Json;

/// What an endpoint answers: a record that becomes JSON, or nothing. A `confidential` body is told once and
/// never kept.
record Answer(int status, Map<String, String> headers, Optional<Object> body, boolean confidential) {
    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer ok(Object body) {
        return json(200, body);
    }

    static Answer created(String location, Object body) {
        return json(201, body).with("location", location);
    }

    /// It is on its way, and not done yet.
    static Answer accepted(Object body) {
        return json(202, body);
    }

    /// A file to save, as it is.
    static Answer file(String type, String name, String content) {
        return new Answer(
                200,
                Map.of("content-type", type, "content-disposition", "attachment; filename=\"" + name + "\""),
                Optional.of(new Raw(content)),
                false);
    }

    /// Text that is not made JSON.
    private record Raw(String text) {}

    static Answer nothing() {
        return new Answer(204, Map.of(), Optional.empty(), false);
    }

    static Answer elsewhere(String location, Object body) {
        return json(302, body).with("location", location);
    }

    static Answer problem(Problem problem) {
        return new Answer(problem.status(), Map.of("content-type", PROBLEM_JSON), Optional.of(problem), false);
    }

    private static Answer json(int status, Object body) {
        return new Answer(status, Map.of("content-type", JSON), Optional.of(body), false);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, confidential);
    }

    Answer onlyOnce() {
        return new Answer(status, headers, body, true);
    }

    boolean succeeded() {
        return status < 400;
    }

    Reply encoded() {
        return new Reply(status, headers, body.map(Answer::written).orElse(""));
    }

    private static String written(Object body) {
        return body instanceof Raw(String text) ? text : Json.write(body);
    }
}
