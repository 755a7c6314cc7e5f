package outdial.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import outdial.call.Attempt;
import outdial.dialing.Carrier;

/// Answers as it was told to, one answer per request, and then places every call; remembers what it was asked.
public final class ScriptedCarrier implements Carrier {
    private final Queue<Placement> answers = new ArrayDeque<>();
    private final List<Attempt> asked = new ArrayList<>();

    @Override
    public synchronized Placement place(Attempt attempt) {
        asked.add(attempt);
        Placement answer = answers.poll();
        return answer == null ? new Placement.Placed("call-of-" + attempt.id()) : answer;
    }

    public synchronized void willAnswer(Placement... next) {
        answers.addAll(List.of(next));
    }

    public synchronized List<Attempt> asked() {
        return List.copyOf(asked);
    }
}
