package renditions.batch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A process with a small heap, in which one item of every batch takes all memory there is, but for a few hundred
/// bytes, while the others start, wait, compute and end. What the batches take from the lanes is back afterwards:
/// memory comes back, so everything else must, too.
///
/// But for what the JDK itself (25.0.3) loses: while memory is full, a virtual thread whose time to park is over, or
/// that was woken, may never be run again. Its item holds what it has for good. Such threads are counted by their state
/// when nothing has happened for seconds: they wait for a time that is over, or could run. One that waits for somebody
/// to wake it would be the engine's; so are more than a few, and nothing else may be missing.
///
/// Ends with 0, or with 1 and a line that says what is missing.
final class SmallHeap {
    private static final int ROOM = 16;
    private static final int GREEDY = 20;
    private static final int ITEMS = 64;

    /// References in the smallest piece of memory that is taken. The less is left over, the more threads the JDK loses.
    private static final int SMALLEST = 64;

    /// For so many batches the JDK may lose one thread, and two in any case. It lost 3 in 4,594, and 3 in 232.
    private static final int BATCHES_FOR_ONE = 50;

    private static final long HOLD = Duration.ofMillis(3).toNanos();
    private static final Duration TO_COME_BACK = Duration.ofSeconds(20);

    private final NanoClock clock = NanoClock.system();
    private final Lanes lanes = new Lanes(clock, 2, ROOM);
    private final boolean onPixels;
    private final int mostLost;
    private final AtomicReferenceArray<@Nullable Thread> threads = new AtomicReferenceArray<>(ITEMS); // the items'
    private int thrown;
    private int unfinished;
    private int lost;

    private SmallHeap(boolean onPixels, int batches) {
        this.onPixels = onPixels;
        mostLost = Math.max(2, batches / BATCHES_FOR_ONE);
    }

    /// Plays batches.
    ///
    /// @param arguments `pixels` or `network`, where the greedy item is greedy; how many batches
    public static void main(String[] arguments) {
        int batches = Integer.parseInt(arguments[1]);
        var heap = new SmallHeap(arguments[0].equals("pixels"), batches);
        for (int batch = 0; batch < batches; batch++) {
            heap.play();
            if (!heap.everythingIsBack()) {
                System.out.println("after batch " + (batch + 1) + ": " + heap.left());
                System.exit(1);
            }
        }
        System.out.printf(
                "%d batches, of which %d threw and %d were answered before all had ended; %s%n",
                batches, heap.thrown, heap.unfinished, heap.left());
        System.exit(0);
    }

    private void play() {
        IntStream.range(0, ITEMS).forEach(item -> threads.set(item, null));
        try {
            long now = clock.nanoTime();
            var deadline = new Deadline(
                    now + Duration.ofSeconds(2).toNanos(),
                    now + Duration.ofSeconds(3).toNanos());
            var items = IntStream.range(0, ITEMS).boxed().toList();
            if (Batch.of(items, this::work).run(lanes, deadline).stillRunning() > 0) {
                unfinished++;
            }
        } catch (OutOfMemoryError expected) { // the calling thread's share; nothing was acknowledged
            thrown++;
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Outcome<Integer> work(Cancellation cancellation, int item) {
        threads.set(item, Thread.currentThread());
        LockSupport.parkNanos(100_000L * item);
        Runnable compute = item == GREEDY ? this::takeAllMemory : () -> {};
        if (onPixels) {
            Lanes.await(lanes.onPixels(() -> {
                compute.run();
                return item;
            }));
        } else {
            compute.run();
        }
        return new Outcome.Done<>(item);
    }

    /// Takes smaller and smaller pieces until there are none, keeps them for a moment and then fails for want of more.
    private void takeAllMemory() {
        Object[] chain = {};
        int size = 1 << 18;
        long end = clock.nanoTime() + HOLD;
        while (true) {
            try {
                var next = new Object[size];
                next[0] = chain;
                chain = next;
            } catch (OutOfMemoryError none) {
                if (size == SMALLEST) {
                    hold(chain, end);
                    throw none;
                }
                size = Math.max(SMALLEST, size / 4);
            }
        }
    }

    private void hold(Object[] chain, long end) {
        while (clock.nanoTime() < end || chain.length == 0) {
            Thread.onSpinWait();
        }
    }

    private boolean everythingIsBack() {
        long end = clock.nanoTime() + TO_COME_BACK.toNanos();
        while (missing() > lost
                || lanes.pixels().items() > lost
                || lanes.watchdog().watches() > lost) {
            if (clock.nanoTime() > end) {
                lost += lostNow();
                return lost <= mostLost
                        && missing() == lost
                        && lanes.pixels().items() == lost
                        && lanes.watchdog().watches() <= lost;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return true;
    }

    private int lostNow() {
        return (int) IntStream.range(0, ITEMS)
                .mapToObj(threads::get)
                .filter(SmallHeap::isLost)
                .count();
    }

    private static boolean isLost(@Nullable Thread thread) {
        return thread != null
                && (thread.getState() == Thread.State.RUNNABLE || thread.getState() == Thread.State.TIMED_WAITING);
    }

    private int missing() {
        return ROOM - lanes.room().items();
    }

    private String left() {
        return "room " + lanes.room().items() + " of " + ROOM + ", loads "
                + lanes.pixels().items() + ", watches " + lanes.watchdog().watches() + "; the JDK lost "
                + lost + " threads";
    }
}
