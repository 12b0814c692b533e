package renditions.testing;

import java.util.concurrent.CountDownLatch;

/// Waiting for a latch where a test can neither throw nor be stopped.
public final class Latches {
    private Latches() {}

    /// Waits until it is open, as work does that nothing stops: an interrupt is dropped.
    public static void awaitWhateverComes(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException ignored) {
                // Nothing stops it.
            }
        }
    }
}
