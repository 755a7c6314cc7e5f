package outdial.local.aws.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

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
        TreeSet<String> prefixes = new TreeSet<>(StoredBucket.KEY_ORDER);
        String last = "";
        for (StoredObject object : candidates) {
            if (!object.key().startsWith(query.prefix())) {
                continue;
            }
            String common = commonPrefix(query, object.key());
            boolean seen = !common.isEmpty() && (prefixes.contains(common) || common.equals(query.after()));
            if (seen) {
                continue;
            }
            if (objects.size() + prefixes.size() >= query.most()) {
                return new Listing(objects, List.copyOf(prefixes), last);
            }
            if (common.isEmpty()) {
                objects.add(object);
                last = object.key();
            } else {
                prefixes.add(common);
                last = common;
            }
        }
        return new Listing(objects, List.copyOf(prefixes), "");
    }

    boolean truncated() {
        return !next.isEmpty();
    }

    private static String commonPrefix(Query query, String key) {
        if (query.delimiter().isEmpty()) {
            return "";
        }
        int end = key.indexOf(query.delimiter(), query.prefix().length());
        return end < 0 ? "" : key.substring(0, end + query.delimiter().length());
    }
}
