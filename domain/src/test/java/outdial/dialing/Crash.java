package outdial.dialing;

import outdial.memory.Interposed;

/// Dies after the n-th call of a port: what was written stays, what follows is not done.
final class Crash implements Interposed.Around {
    private final int at;
    private int calls;

    Crash(int at) {
        this.at = at;
    }

    /// The process is gone.
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public Object call(Interposed.Call call) {
        Object answer = call.real();
        calls++;
        if (calls == at) throw new Died();
        return answer;
    }

    boolean happened() {
        return calls >= at;
    }
}
