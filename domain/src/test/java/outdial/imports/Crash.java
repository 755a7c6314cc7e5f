package outdial.imports;

import outdial.memory.Interposed;

/// Dies before or after the n-th call of a port: what was written stays, what follows is not done.
final class Crash implements Interposed.Around {
    private final int at;
    private final boolean after;
    private int calls;

    Crash(int at, boolean after) {
        this.at = at;
        this.after = after;
    }

    /// The process is gone.
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public Object call(Interposed.Call call) {
        calls++;
        if (calls == at && !after) throw new Died();
        Object answer = call.real();
        if (calls == at) throw new Died();
        return answer;
    }

    boolean happened() {
        return calls >= at;
    }
}
