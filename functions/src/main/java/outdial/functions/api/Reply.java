package outdial.functions.api;

import java.util.Map;

/// An answer as it goes over the wire; the body is empty where there is none.
public record Reply(int status, Map<String, String> headers, String body) {
    public Reply {
        headers = Map.copyOf(headers);
    }
}
