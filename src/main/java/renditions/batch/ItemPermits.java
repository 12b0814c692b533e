package renditions.batch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// Permits for items in flight. Batches get them in the order in which they asked. No method waits here: a thread
/// in line parks where its items also wake it, so that its batch can end while it waits for a permit.
///
/// Safe for use by many threads; no method blocks.
final class ItemPermits {
    private final Semaphore free;
    private final Queue<Turn> line = new ConcurrentLinkedQueue<>();

    /// @param items how many, at least 1
    ItemPermits(int items) {
        free = new Semaphore(items);
    }

    /// The calling thread's place in line, for as long as it wants a permit.
    Turn turn() {
        return new Turn();
    }

    /// Gives one permit back.
    void release() {
        free.release();
        wakeFirst();
    }

    /// How many permits are free at this moment.
    int free() {
        return free.availablePermits();
    }

    private void wakeFirst() {
        var first = line.peek();
        if (first != null) {
            LockSupport.unpark(first.thread);
        }
    }

    /// The place in line of one thread; only that thread calls its methods.
    final class Turn {
        private final Thread thread = Thread.currentThread();
        private boolean inLine;

        private Turn() {}

        /// Takes a permit for one item, which then gives it back with [ItemPermits#release()]. If none is free,
        /// or others asked earlier, the thread stands in line, and it is unparked when that may have changed.
        ///
        /// Race with [#release()]: that method frees the permit first and then looks for a thread to wake; this
        /// one enters the line first and then looks for a permit. So this thread either takes the permit or is
        /// woken.
        ///
        /// @return whether the thread has a permit
        boolean take() {
            if (!inLine) {
                line.add(this);
                inLine = true;
            }
            if (line.peek() != this || !free.tryAcquire()) {
                return false;
            }
            leave();
            return true;
        }

        /// Leaves the line. A second call does nothing.
        void leave() {
            if (inLine) {
                line.remove(this);
                inLine = false;
                wakeFirst();
            }
        }
    }
}
