package renditions.batch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// Room for so many items in flight, given to the batches in the order in which they asked for it. Nobody waits
/// in here: who stands in line parks where it also hears of its items, so that an end of the batch is not kept
/// waiting for room.
///
/// Safe for use by many threads; no method blocks.
final class Room {
    private final Semaphore free;
    private final Queue<Turn> line = new ConcurrentLinkedQueue<>();

    /// @param items how many, at least 1
    Room(int items) {
        free = new Semaphore(items);
    }

    /// The calling thread's place in line, which it has while it wants room.
    Turn turn() {
        return new Turn();
    }

    /// Gives one item's room back. It allocates nothing, so it cannot fail for want of memory.
    void giveBack() {
        free.release();
        wakeFirst();
    }

    /// For how many more items there is room at this moment.
    int items() {
        return free.availablePermits();
    }

    private void wakeFirst() {
        var first = line.peek();
        if (first != null) {
            LockSupport.unpark(first.thread);
        }
    }

    /// What one thread takes room with; only that thread calls its methods.
    final class Turn {
        private final Thread thread = Thread.currentThread();
        private boolean inLine;

        private Turn() {}

        /// Takes room for one item, which then gives it back with [Room#giveBack()]. Where there is none, or
        /// others asked earlier, it stands in line, and its thread is unparked when that may have changed.
        ///
        /// Race with those who give back: they give first and look then who is to be woken, here it is written
        /// down first who wants room and looked then. So at least one of the two sees the other.
        ///
        /// @return whether there was room
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

        /// Wants no room any more. A second call does nothing.
        void leave() {
            if (inLine) {
                line.remove(this);
                inLine = false;
                wakeFirst();
            }
        }
    }
}
