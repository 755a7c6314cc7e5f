package outdial.memory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import outdial.page.Page;
import outdial.page.PageRequest;

/// Cuts pages out of sorted rows; the cursor is the key of the last row given.
final class Pages {
    private Pages() {}

    static <T> Page<T> of(SortedMap<String, T> rows, PageRequest request, Predicate<T> wanted) {
        List<Map.Entry<String, T>> found =
                rows.tailMap(request.cursor().map(last -> last + "\0").orElse("")).entrySet().stream()
                        .filter(row -> wanted.test(row.getValue()))
                        .limit(request.limit() + 1L)
                        .toList();
        boolean more = found.size() > request.limit();
        List<Map.Entry<String, T>> page = more ? found.subList(0, request.limit()) : found;
        return new Page<>(
                page.stream().map(Map.Entry::getValue).toList(),
                more ? Optional.of(page.getLast().getKey()) : Optional.empty());
    }
}
