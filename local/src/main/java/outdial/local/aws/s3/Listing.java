package outdial.local.aws.s3;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

    /// Lists what is in the candidates, which are in the order of keys.
    static Listing of(Query query, List<StoredObject> candidates) {
        List<StoredObject> objects = new ArrayList<>();
        Set<String> prefixes = new LinkedHashSet<>();
        String last = "";
        for (StoredObject object : candidates) {
            String common = commonPrefix(query, object.key());
            boolean told = prefixes.contains(common) || (!common.isEmpty() && common.equals(query.after()));
            if (told || !object.key().startsWith(query.prefix())) {
                continue;
            }
            if (objects.size() + prefixes.size() >= query.most()) {
                return new Listing(objects, List.copyOf(prefixes), last);
            }
            last = common.isEmpty() ? object.key() : common;
            boolean _ = common.isEmpty() ? objects.add(object) : prefixes.add(common);
        }
        return new Listing(objects, List.copyOf(prefixes), "");
    }

    boolean truncated() {
        return !next.isEmpty();
    }

    private static String commonPrefix(Query query, String key) {
        if (query.delimiter().isEmpty() || !key.startsWith(query.prefix())) {
            return "";
        }
        int end = key.indexOf(query.delimiter(), query.prefix().length());
        return end < 0 ? "" : key.substring(0, end + query.delimiter().length());
    }
}
