package outdial.local;

import java.nio.file.Path;
import java.util.Map;

/// The toy template of the test resources.
final class Toy {
    static final Path TEMPLATE = Path.of("src/test/resources/toy/template.yaml");

    private Toy() {}

    /// A cloud whose names, and records in [outdial.local.toy.Recorder], begin with a prefix.
    static Options options(String prefix) {
        return Options.of(TEMPLATE).with(Map.of("Prefix", prefix));
    }
}
