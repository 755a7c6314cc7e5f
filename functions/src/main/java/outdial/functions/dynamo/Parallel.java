package outdial.functions.dynamo;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Sends many requests side by side, never more than a given number at once, whoever asks.
public final class Parallel {
    private final Semaphore permits;

    /// @param most requests under way at once
    public Parallel(int most) {
        permits = new Semaphore(most);
    }

    /// The answers in the order of the questions.
    ///
    /// @throws RuntimeException what a request threw; the others have ended by then
    public <T, R> List<R> map(List<T> questions, Function<T, R> ask) {
        if (questions.size() == 1) return List.of(one(questions.getFirst(), ask));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> answers = questions.stream()
                    .map(question -> threads.submit(() -> one(question, ask)))
                    .toList();
            return answers.stream().map(Parallel::answer).toList();
        }
    }

    private <T, R> R one(T question, Function<T, R> ask) {
        permits.acquireUninterruptibly();
        try {
            return ask.apply(question);
        } finally {
            permits.release();
        }
    }

    private static <R> R answer(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while requests were under way", e);
        }
    }
}
