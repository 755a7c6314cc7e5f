package outdial.local.lambda;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outdial.functions.Environment;
import outdial.local.aws.LocalCredentials;
import outdial.local.template.Function;

/// All functions of the template, ready to run. One instance serves all events of a function at once; Lambda gives each
/// instance one event at a time, so handlers here prove in addition that they keep nothing between events.
public final class Functions implements Invoker {
    private static final Logger LOG = System.getLogger(Functions.class.getName());
    private static final String TIMED_OUT = "Sandbox.Timedout";

    /// How long [#stop()] lets running handlers finish.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private record Built(Function function, Code code) {}

    private final Map<String, Built> byLogicalId = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Builds every function, so that a mistake in the template shows now and not at the first event.
    ///
    /// @throws FunctionNotBuilt one of them cannot be built
    public static Functions build(List<Function> functions, Endpoints endpoints, Clock clock) {
        Functions built = new Functions();
        List<Future<?>> building = functions.stream()
                .<Future<?>>map(function -> built.threads.submit(() -> built.add(function, endpoints, clock)))
                .toList();
        for (Future<?> one : building) {
            try {
                one.get();
            } catch (ExecutionException e) {
                built.kill();
                throw e.getCause() instanceof FunctionNotBuilt reason
                        ? reason
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while functions were built", e);
            }
        }
        return built;
    }

    private void add(Function function, Endpoints endpoints, Clock clock) {
        String accessKeyId = LocalCredentials.accessKeyIdOf(function.logicalId());
        Environment environment = new Environment(endpoints.environment(function, accessKeyId), clock);
        byLogicalId.put(function.logicalId(), new Built(function, Code.of(function, environment)));
    }

    @Override
    public byte[] invoke(String functionLogicalId, byte[] event) throws FunctionFailed {
        Built built = Optional.ofNullable(byLogicalId.get(functionLogicalId))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the template has no function " + functionLogicalId + ". It has " + byLogicalId.keySet()));
        Invocation invocation =
                Invocation.of(built.function(), UUID.randomUUID().toString());
        try {
            return answer(built, invocation, threads.submit(() -> built.code().run(event, invocation)));
        } catch (RejectedExecutionException e) {
            throw new FunctionFailed("Sandbox.Stopped", "the local cloud has stopped");
        }
    }

    private byte[] answer(Built built, Invocation invocation, Future<byte[]> run) throws FunctionFailed {
        String id = built.function().logicalId();
        Duration timeout = built.function().limits().timeout();
        try {
            return run.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            run.cancel(true);
            LOG.log(Level.ERROR, "{0} {1} timed out after {2} s", id, invocation.requestId(), timeout.toSeconds());
            throw new FunctionFailed(
                    TIMED_OUT,
                    invocation.requestId() + " Error: Task timed out after " + timeout.toSeconds() + ".00 seconds");
        } catch (ExecutionException e) {
            if (!threads.isShutdown()) {
                LOG.log(Level.ERROR, id + " " + invocation.requestId() + " failed", e.getCause());
            }
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            throw new FunctionFailed(cause.getClass().getName(), String.valueOf(cause.getMessage()));
        } catch (InterruptedException e) {
            run.cancel(true);
            Thread.currentThread().interrupt();
            throw new FunctionFailed("Sandbox.Stopped", "the local cloud is stopping");
        }
    }

    /// Takes no more events and lets the running ones finish.
    public void stop() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /// Takes no more events and interrupts the running ones wherever they are, like a machine that dies.
    public void kill() {
        threads.shutdownNow();
    }
}
