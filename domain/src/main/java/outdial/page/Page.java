package outdial.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One page of a list. `cursor` is opaque and asks for the next page; it is empty on the last one.
public record Page<T>(List<T> items, Optional<String> cursor) {
    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), cursor);
    }
}
