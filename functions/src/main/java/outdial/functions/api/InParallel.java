package outdial.functions.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Does the same to each of many, a few at once: one after the other, 1,000 numbers would outlast the function.
final class InParallel {
    private static final int AT_ONCE = 16;

    private InParallel() {}

    /// Returns when all are done; the first failure is thrown on, after the others have ended.
    static <T> void each(List<T> all, Consumer<T> action) {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, all.size()))) {
            for (T one : all) running.add(threads.submit(() -> action.accept(one)));
        }
        running.forEach(InParallel::check);
    }

    private static void check(Future<?> done) {
        try {
            done.get();
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException("one of many failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
