package renditions.batch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// The items of a batch that have ended, in the order in which they did. Items enter themselves, each once; the
/// thread that runs the batch takes them out. No method blocks or allocates: an item that ran out of memory can
/// still say that it has ended, and nobody who says so can be in another's way.
final class Arrivals {
    private final AtomicIntegerArray items; // each plus 1; 0 where none has come yet
    private final AtomicInteger places = new AtomicInteger();
    private int taken; // by the thread that takes

    /// @param items how many there are, numbered from 0
    Arrivals(int items) {
        this.items = new AtomicIntegerArray(items);
    }

    /// Enters an item. Race between two of them: each has a place of its own, and those behind one that has its
    /// place and is not in it yet are seen when it is.
    void add(int item) {
        items.set(places.getAndIncrement(), item + 1);
    }

    /// Whether there is one to be taken. Only the taking thread asks.
    boolean isEmpty() {
        return taken == items.length() || items.get(taken) == 0;
    }

    /// Takes the next one; there must be one. Only one thread takes.
    int take() {
        return items.get(taken++) - 1;
    }
}
