package outdial.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import outdial.memory.Interposed;
import outdial.simulation.Faults.Kind;

/// Reads that may be out of date: now and then a reader finds what was there when somebody last looked, or nothing.
final class Glances implements Interposed.Around {
    private static final double CHANCE = 0.05;

    private final Stage stage;
    private final Interposed.Around around;
    private final Map<Question, Object> answers = new ConcurrentHashMap<>();

    private record Question(Class<?> port, String name, List<Object> with) {}

    /// @param around what happens to every read
    Glances(Stage stage, Interposed.Around around) {
        this.stage = stage;
        this.around = around;
    }

    @Override
    public Object call(Interposed.Call call) {
        Object now = around.call(call);
        Question question = new Question(call.port(), call.name(), call.arguments());
        Object before = answers.getOrDefault(question, now instanceof Optional<?> ? Optional.empty() : now);
        answers.put(question, now);
        if (!stage.troubles().strike(Kind.INDEXES, CHANCE)) return now;
        if (call.is("standing") && !before.equals(now)) stage.watch().misled();
        return before;
    }
}
