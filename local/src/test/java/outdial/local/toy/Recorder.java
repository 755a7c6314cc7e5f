package outdial.local.toy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import outdial.functions.Environment;

/// What toy functions saw, kept by the name that the environment variable RECORDER gives, so that clouds side by
/// side do not mix.
public final class Recorder {
    private static final Map<String, List<String>> SEEN = new ConcurrentHashMap<>();

    private Recorder() {}

    public static List<String> of(String name, String function) {
        return SEEN.computeIfAbsent(name + "/" + function, key -> new CopyOnWriteArrayList<>());
    }

    static List<String> of(Environment environment, String function) {
        return of(environment.required("RECORDER"), function);
    }
}
