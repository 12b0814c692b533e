package renditions.batch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// Permits for so many items in flight, given to the batches in the order in which they asked. Nobody waits in
/// here: who stands in line parks where it also hears of its items, so that a batch can end while it waits for a
/// permit.
///
/// Safe for use by many threads; no method blocks.
final class ItemPermits {
    private final Semaphore free;
    private final Queue<Turn> line = new ConcurrentLinkedQueue<>();

    /// @param items how many, at least 1
    ItemPermits(int items) {
        free = new Semaphore(items);
    }

    /// The calling thread's place in line, which it has while it wants a permit.
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

    /// What one thread takes permits with; only that thread calls its methods.
    final class Turn {
        private final Thread thread = Thread.currentThread();
        private boolean inLine;

        private Turn() {}

        /// Takes a permit for one item, which then gives it back with [ItemPermits#release()]. Where none is free,
        /// or others asked earlier, it stands in line, and its thread is unparked when that may have changed.
        ///
        /// Race with [#release()]: that one frees first and then looks whom to wake; this one enters the line
        /// first and then looks for a permit. Either this one takes it, or it is woken.
        ///
        /// @return whether it has a permit
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

        /// Wants no permit any more. A second call does nothing.
        void leave() {
            if (inLine) {
                line.remove(this);
                inLine = false;
                wakeFirst();
            }
        }
    }
}
