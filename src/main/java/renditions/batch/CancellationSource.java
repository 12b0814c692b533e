package renditions.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/// The side of a [Cancellation] that gives the word. Whoever holds it can stop the work; the work sees only the
/// [Cancellation].
public final class CancellationSource implements Cancellation {
    /// What is registered, in order. Without a lock: who cancels must not wait for a virtual thread that has one
    /// and no carrier to give it back on.
    private final Queue<Hook> hooks = new ConcurrentLinkedQueue<>();

    private final LongSupplier left;
    private volatile boolean cancelled;

    /// A cancellation that time never brings.
    public CancellationSource() {
        this(() -> Long.MAX_VALUE);
    }

    /// A cancellation that somebody will give when the time is over.
    ///
    /// @param left how long that is from now, in nanoseconds
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
        // Race with cancel(): it sets the flag before it reads the queue, here the queue is written before the flag
        // is read. So at least one of the two runs the hook; both may, which a hook bears.
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

    /// Gives the word and runs every registered way to stop, in the order of registration. Called again, it runs
    /// those that are still registered once more.
    ///
    /// @return what they threw, in that order; one that throws does not keep the others from running
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

    /// Gives the word without running anything; [#cancel()] is to follow on another thread.
    void mark() {
        cancelled = true;
    }

    private final class Hook implements Registration {
        private final Runnable stop;
        private boolean closed; // guarded by this

        Hook(Runnable stop) {
            this.stop = stop;
        }

        // Race with close(): whoever has the lock first wins. After close() the hook finds itself closed and does
        // nothing.
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
