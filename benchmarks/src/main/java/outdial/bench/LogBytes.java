package outdial.bench;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Counts what functions log, in place of writing it. What Lambda itself logs for each invocation is not among it.
final class LogBytes extends Handler {
    private static final String FUNCTIONS = "outdial.functions";

    private final AtomicLong bytes = new AtomicLong();

    static LogBytes counting() {
        LogBytes counter = new LogBytes();
        Logger root = Logger.getLogger("");
        for (Handler other : root.getHandlers()) root.removeHandler(other);
        root.addHandler(counter);
        return counter;
    }

    long bytes() {
        return bytes.get();
    }

    void forget() {
        bytes.set(0);
    }

    @Override
    public void publish(LogRecord line) {
        if (String.valueOf(line.getLoggerName()).startsWith(FUNCTIONS)) {
            bytes.addAndGet(String.valueOf(line.getMessage()).getBytes(StandardCharsets.UTF_8).length + 1L);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
