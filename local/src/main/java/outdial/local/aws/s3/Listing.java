package outdial.local.aws.s3;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One page of a listing: objects, and the common prefixes that stand for everything beneath a delimiter. Both count
/// towards the page.
///
/// @param next the last key or prefix on a page that is not the last; empty otherwise
record Listing(List<StoredObject> objects, List<String> prefixes, String next) {
    /// What S3 gives at most, and by default.
    private static final int MOST = 1000;

    /// What to list.
    ///
    /// @param after the last key or prefix of the page before; empty for the first
    record Query(String prefix, String delimiter, String after, int most) {
        Query {
            most = Math.min(most, MOST);
        }

        static Query of(S3Request request, String after) {
            return new Query(
                    request.parameter("prefix").orElse(""),
                    request.parameter("delimiter").orElse(""),
                    after,
                    request.number("max-keys", MOST));
        }
    }

    /// One line of a listing: an object, or a common prefix, whose name ends with the delimiter.
    private record Line(String name, Optional<StoredObject> object) {}

    /// Lists what is in the candidates, which are in the order of keys.
    static Listing of(Query query, List<StoredObject> candidates) {
        Set<String> told = new HashSet<>(Set.of(query.after()));
        List<Line> lines = candidates.stream()
                .filter(object -> object.key().startsWith(query.prefix()))
                .map(object -> line(query, object))
                .filter(line -> line.object().isPresent() || told.add(line.name()))
                .limit(query.most() + 1L)
                .toList();
        List<Line> page = lines.subList(0, Math.min(lines.size(), query.most()));
        boolean more = lines.size() > page.size() && !page.isEmpty();
        return new Listing(
                page.stream().flatMap(line -> line.object().stream()).toList(),
                page.stream()
                        .filter(line -> line.object().isEmpty())
                        .map(Line::name)
                        .toList(),
                more ? page.getLast().name() : "");
    }

    boolean truncated() {
        return !next.isEmpty();
    }

    private static Line line(Query query, StoredObject object) {
        int end = query.delimiter().isEmpty()
                ? -1
                : object.key().indexOf(query.delimiter(), query.prefix().length());
        return end < 0
                ? new Line(object.key(), Optional.of(object))
                : new Line(object.key().substring(0, end + query.delimiter().length()), Optional.empty());
    }
}
