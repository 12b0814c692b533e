package renditions.batch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The news that the thread that runs a batch has not heard yet, and the place where it waits for them. The
/// thread that made the inbox reads it; items write into it. They share no lock: a lock could be handed to a
/// virtual thread that waits for a carrier, and the answer would wait with it.
final class Inbox {
    private final NanoClock clock;
    private final Thread reader = Thread.currentThread();
    private final Queue<News> unread = new ConcurrentLinkedQueue<>();

    Inbox(NanoClock clock) {
        this.clock = clock;
    }

    /// Adds news and wakes the reader. For every thread.
    void add(News news) {
        unread.add(news);
        wake();
    }

    /// Makes the reader look again. For every thread.
    void wake() {
        LockSupport.unpark(reader);
    }

    /// Takes out the oldest news; null if there are none.
    @Nullable
    News poll() {
        return unread.poll();
    }

    /// Waits until something may have changed; the caller looks again.
    ///
    /// Race with [#add]: it enters the news first and then wakes this thread; this thread looks for news
    /// last. Either it sees the news there, or the parking ends at once.
    ///
    /// @param until when to return at the latest, in nanoseconds of the clock
    void await(long until) throws InterruptedException {
        long nanos = until - clock.nanoTime();
        if (nanos > 0 && unread.isEmpty()) {
            LockSupport.parkNanos(this, nanos);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
