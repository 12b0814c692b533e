package renditions.batch;

/// Tells work that it must stop: the first parameter of everything that can take time.
///
/// Work either asks now and then ([#isCancelled()]) or says how it is stopped from outside while it cannot ask
/// ([#onCancel(Runnable)]): abort a stream, interrupt a thread, set a kill flag of native code.
///
/// All methods may be called from any thread and never block, [Registration#close()] excepted.
public interface Cancellation {
    /// Whether the work must stop. Once true it stays true.
    boolean isCancelled();

    /// How long until the cancellation comes because the time is over; zero or negative when that moment has
    /// passed. It may come earlier, for other reasons.
    ///
    /// @return nanoseconds; [Long#MAX_VALUE] if there is no time limit
    long nanosLeft();

    /// Registers a way to stop what the calling thread is about to do. The caller closes the registration when that
    /// is over.
    ///
    /// `stop` must be quick, must not wait for the work it stops, and must bear being run more than once: it runs
    /// on the cancelling thread, again every few milliseconds while it stays registered (a kill flag of native code
    /// is volatile), and at once on the calling thread if the cancellation came first. What it throws reaches the
    /// canceller, never the work.
    Registration onCancel(Runnable stop);

    /// Interrupts the calling thread when the cancellation comes, until the same thread closes the registration.
    /// Closing also clears an interrupt that came this way.
    default Registration interrupting() {
        var interrupt = onCancel(Thread.currentThread()::interrupt);
        return () -> {
            interrupt.close();
            if (isCancelled()) {
                Thread.interrupted();
            }
        };
    }

    /// A cancellation that never comes, for work that is never stopped (tests, clean-up).
    static Cancellation never() {
        return Never.INSTANCE;
    }

    /// One registered way to stop.
    interface Registration extends AutoCloseable {
        /// Removes the way to stop. When this returns, it is not running and never will again, so that what it
        /// touches may be freed. If it is just running on another thread, this waits for it.
        @Override
        void close();
    }
}

/// The cancellation that never comes.
enum Never implements Cancellation {
    INSTANCE;

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public long nanosLeft() {
        return Long.MAX_VALUE;
    }

    @Override
    public Registration onCancel(Runnable stop) {
        return () -> {};
    }
}
