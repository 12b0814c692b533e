package renditions.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/// The cancelling side of a [Cancellation]. Its holder can stop the work; the work sees only the [Cancellation].
public final class CancellationSource implements Cancellation {
    /// The registered ways to stop, in order. Without a lock: the canceller must not wait for a virtual thread that
    /// holds a lock while it waits for a carrier.
    private final Queue<Hook> hooks = new ConcurrentLinkedQueue<>();

    private final LongSupplier left;
    private volatile boolean cancelled;

    /// A cancellation without a time limit.
    public CancellationSource() {
        this(() -> Long.MAX_VALUE);
    }

    /// A cancellation that its holder will cause when the time is over.
    ///
    /// @param left the time left from now, in nanoseconds
    public CancellationSource(LongSupplier left) {
        this.left = left;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public long nanosLeft() {
        return left.getAsLong();
    }

    @Override
    public Registration onCancel(Runnable stop) {
        var hook = new Hook(stop);
        hooks.add(hook);
        // Race with cancel(): that method sets the flag before it reads the queue; this one writes the queue
        // before it reads the flag. So at least one of the two runs the hook. If both do, no harm is done.
        if (cancelled) {
            try {
                hook.fire();
            } catch (Throwable thrown) {
                hook.close();
                throw thrown;
            }
        }
        return hook;
    }

    /// Cancels, and runs every registered way to stop, in the order of registration. A further call runs those that
    /// are still registered once more.
    ///
    /// @return what the ways to stop threw, in that order; all run, also if one throws
    public List<Throwable> cancel() {
        cancelled = true;
        var thrown = new ArrayList<Throwable>();
        for (var hook : hooks) {
            try {
                hook.fire();
            } catch (Throwable problem) {
                thrown.add(problem);
            }
        }
        return thrown;
    }

    /// Cancels without running the ways to stop; [#cancel()] must follow on another thread.
    void mark() {
        cancelled = true;
    }

    private final class Hook implements Registration {
        private final Runnable stop;
        private boolean closed; // guarded by this

        Hook(Runnable stop) {
            this.stop = stop;
        }

        // Race with close(): the first to take the lock wins. After close() the hook finds itself closed and
        // does nothing.
        synchronized void fire() {
            if (!closed) {
                stop.run();
            }
        }

        @Override
        public void close() {
            synchronized (this) {
                closed = true;
            }
            hooks.remove(this);
        }
    }
}
