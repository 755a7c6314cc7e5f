package outdial.functions.dynamo;

import java.util.List;
import java.util.stream.IntStream;

/// Cuts lists to what one request takes.
final class Slices {
    private Slices() {}

    static <T> List<List<T>> of(List<T> all, int size) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(from + size, all.size())))
                .toList();
    }
}
