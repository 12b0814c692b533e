package renditions.testing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;

/// Cancels work while it runs: after a while, and again every few milliseconds, like the watchdog of a batch.
public final class Canceller implements AutoCloseable {
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("canceller").factory());

    /// A cancellation that comes after `nanos` and is repeated from then on.
    public Cancellation in(long nanos) {
        var source = new CancellationSource();
        var _ = thread.scheduleAtFixedRate(source::cancel, nanos, AGAIN_NANOS, TimeUnit.NANOSECONDS);
        return source;
    }

    /// A cancellation that has come already.
    public static Cancellation cancelled() {
        var source = new CancellationSource();
        source.cancel();
        return source;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
