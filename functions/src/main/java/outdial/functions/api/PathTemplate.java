package outdial.functions.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A path with names in place of ids, such as `/v1/campaigns/{campaignId}/start`.
record PathTemplate(String text, List<String> segments) {
    static PathTemplate of(String text) {
        return new PathTemplate(text, List.of(text.split("/", -1)));
    }

    /// The ids by their names, or empty where the path is another.
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) return Optional.empty();
        Map<String, String> ids = new TreeMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            String actual = path.get(i);
            if (segment.startsWith("{") && !actual.isEmpty())
                ids.put(segment.substring(1, segment.length() - 1), actual);
            else if (!segment.equals(actual)) return Optional.empty();
        }
        return Optional.of(ids);
    }
}
