package outdial.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import outdial.page.Page;
import outdial.page.PageRequest;

/// What the contracts share: the ports, and a scene whose ids no other test uses.
abstract class PortsContract {
    /// A list of a test never has more pages; a cursor that leads in a circle fails instead of running for ever.
    private static final int MOST_PAGES = 200;

    Scene scene = Scene.of("unset");
    Ports ports = new outdial.memory.Memory().ports();

    /// The ports under test. They may hold what other tests wrote.
    protected abstract Ports ports();

    @BeforeEach
    final void set_the_scene() {
        scene = Scene.of("w" + UUID.randomUUID().toString().substring(0, 8));
        ports = ports();
    }

    /// The items of each page, from the first to the last.
    static <T> List<List<T>> pages(int limit, Function<PageRequest, Page<T>> list) {
        List<List<T>> pages = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(limit, cursor));
            pages.add(page.items());
            cursor = page.cursor();
            if (pages.size() > MOST_PAGES) throw new AssertionError("the cursor leads in a circle");
        } while (cursor.isPresent());
        return pages;
    }
}
