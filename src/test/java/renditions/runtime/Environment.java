package renditions.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import renditions.runtime.RuntimeApi.Order;

/// Lambda's execution environment: one process of the function with its Runtime API. It is invoked with one event
/// after the other until it is killed or ends by itself. Used by one thread, but for
/// [#kill()].
public final class Environment implements AutoCloseable {
    /// How long a handler may take to load; longer than Lambda's 10 seconds, because the machine may be busy.
    private static final Duration INITIALISATION = Duration.ofSeconds(60);

    /// The time in which a function prepares its answer. If the machine takes some of it, the answer may be late
    /// for that reason.
    static final Duration LAST_MOMENTS = Duration.ofMillis(500);

    private final RuntimeApi api = new RuntimeApi();
    private final FunctionProcess process;
    private final RunQueue queue;

    private Environment(String handler, Map<String, String> variables, Path output) {
        var all = new HashMap<>(variables);
        all.put("_HANDLER", handler);
        all.put("AWS_LAMBDA_RUNTIME_API", api.address());
        all.put("AWS_LAMBDA_FUNCTION_NAME", "renditions");
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769");
        process = FunctionProcess.start(handler, all, output);
        queue = new RunQueue(process.pid());
    }

    /// Starts an environment and waits until its handler is loaded.
    ///
    /// @param output the file to which the process's output is appended
    /// @throws IllegalStateException if the handler does not load
    public static Environment start(String handler, Map<String, String> variables, Path output)
            throws InterruptedException {
        var environment = new Environment(handler, variables, output);
        var problem = environment.initialised();
        if (problem.isPresent()) {
            environment.close();
            throw new IllegalStateException(handler + " does not load: " + problem.get() + "; see " + output);
        }
        return environment;
    }

    private Optional<String> initialised() throws InterruptedException {
        var ended = process.ended().thenApply(code -> Optional.of("the process ended with code " + code));
        try {
            return api.initialised()
                    .applyToEither(ended, problem -> problem)
                    .get(INITIALISATION.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException problem) {
            return Optional.of(problem.toString());
        }
    }

    /// Invokes the function and waits for its end. If the answer is overdue, the process is killed.
    public Invocation invoke(String id, byte[] event, Duration timeout) throws InterruptedException {
        var order = new Order(id, event, timeout);
        var _ = process.ended().thenAccept(code -> exited(order, code));
        queue.forget();
        api.hand(order);
        long begun = order.begun().join();
        long due = begun + Invocation.patience(timeout).toNanos();
        if (!hasEnded(order, due) && !hasEnded(order, due + queue.kept(due - LAST_MOMENTS.toNanos(), due))) {
            // Race with the answer: the first wins.
            order.status().complete(new InvocationStatus.TimedOut(System.nanoTime()));
            close();
        }
        return new Invocation(id, timeout, begun, order.status().join(), queue);
    }

    private static boolean hasEnded(Order order, long by) throws InterruptedException {
        try {
            order.status().get(by - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException overdue) {
            return false;
        } catch (ExecutionException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void exited(Order order, int code) {
        order.begun().complete(System.nanoTime()); // if it ended before it took the event
        order.status().complete(new InvocationStatus.Exited(System.nanoTime(), code));
    }

    /// Whether it can be invoked.
    public boolean isAlive() {
        return process.isAlive();
    }

    /// Waits until the process asks for its next event or ends. Lambda gives it none before that.
    ///
    /// @return whether it can be invoked
    boolean isReady() {
        CompletableFuture.anyOf(api.asked(), process.ended()).join();
        return process.isAlive();
    }

    /// Kills the process at once, on whatever thread; an invocation under way ends with it.
    public void kill() {
        process.close();
    }

    FunctionProcess process() {
        return process;
    }

    /// Kills the process.
    @Override
    public void close() {
        queue.close();
        process.close();
        api.close();
    }
}
