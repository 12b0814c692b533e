package renditions.batch;

import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// The pieces of work that wait for a pixel thread. Items put them in, on virtual threads; pixel threads take them out.
///
/// The two share no lock. A lock would be handed to a virtual thread that has no carrier to run on, since all are held
/// by others that wait for the same lock and found no memory to leave their carrier: then nobody runs on.
///
/// Safe for use by many threads.
final class PieceQueue {
    /// A piece of an item's work. One is equal to itself alone.
    static final class Piece implements Comparable<Piece> {
        private final long item;
        private final long number;
        private final Runnable work;

        /// @param item the number of its item
        /// @param number its own
        Piece(long item, long number, Runnable work) {
            this.item = item;
            this.number = number;
            this.work = work;
        }

        void run() {
            work.run();
        }

        @Override
        public int compareTo(Piece other) {
            return item == other.item ? Long.compare(number, other.number) : Long.compare(item, other.item);
        }
    }

    private final Queue<Piece> pieces = new ConcurrentLinkedQueue<>();
    private final Semaphore count = new Semaphore(0); // never more than there are pieces
    private final Object choosing = new Object(); // guards taking out; no virtual thread has it

    /// Puts a piece in, or throws for want of memory and has not.
    void add(Piece piece) {
        pieces.add(piece);
        count.release();
    }

    /// Waits for a piece, and takes the first one in their order out: of the item that was admitted first what was
    /// called first. For platform threads; an interrupt changes nothing.
    Piece take() {
        count.acquireUninterruptibly();
        synchronized (choosing) {
            var first = first();
            pieces.remove(first);
            return first;
        }
    }

    private Piece first() {
        try {
            return Collections.min(pieces);
        } catch (OutOfMemoryError noneToChoose) {
            return pieces.element();
        }
    }
}
