package outdial.simulation;

import java.util.concurrent.locks.LockSupport;

/// A thread that goes on only while it has the baton.
final class Worker {
    private final Thread thread;
    private volatile boolean hasBaton;
    private volatile boolean dismissed;

    Worker(Runnable work) {
        this.thread = Thread.ofVirtual().unstarted(() -> {
            try {
                await();
                work.run();
            } catch (Dismissed _) {
                // The run is over; what this thread was in the middle of does not go on.
            }
        });
        thread.start();
    }

    /// Ends a thread whose job will never go on.
    static final class Dismissed extends Error {
        private static final long serialVersionUID = 1;

        Dismissed() {
            super("the run is over", null, false, false);
        }
    }

    /// Whoever passes the baton stops after this; what it wrote is seen by the one who gets it.
    void pass() {
        hasBaton = true;
        LockSupport.unpark(thread);
    }

    void await() {
        while (!hasBaton) LockSupport.park(this);
        hasBaton = false;
        if (dismissed) throw new Dismissed();
    }

    void dismiss() {
        dismissed = true;
        pass();
    }
}
