package renditions.histories;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import renditions.histories.Trouble.Deed;
import renditions.testing.Manner;
import renditions.testing.RequestHead;

/// Waits for the call of an invocation that a [Trouble] names. Safe for use by many threads.
final class Ambush {
    /// No call is held for longer. It is less than the time after which the function would give up the call and make
    /// it again: then the first one could take effect after the second, which no visibility time-out prevents.
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(5);

    private static final Manner PROMPT = new Manner.Prompt();

    private final Trouble trouble;
    private final Consumer<String> kill;
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch met = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean killed;

    /// @param kill kills the function; is told during what kind of call
    Ambush(Trouble trouble, Consumer<String> kill) {
        this.trouble = trouble;
        this.kill = kill;
    }

    /// How S3 treats the next call.
    Manner manner(RequestHead call) {
        if (calls.incrementAndGet() != trouble.call()) {
            return PROMPT;
        }
        met.countDown();
        var deed = deed(call);
        return trouble.hold() == 0 ? deed : new Manner.Held(released, LONGEST_HOLD, deed);
    }

    private Manner deed(RequestHead call) {
        return switch (trouble.deed()) {
            case SERVE -> PROMPT;
            case KILL_BEFORE -> new Manner.Unanswered(false, () -> kill(call));
            case KILL_AFTER -> new Manner.Unanswered(true, () -> kill(call));
            case STALL -> new Manner.Held(ended, LONGEST_HOLD, PROMPT);
            case INTERNAL_ERROR -> Manner.error(500, "InternalError");
            case SLOW_DOWN -> Manner.error(503, "SlowDown");
            case RESET -> new Manner.Reset();
            case LOSE_ANSWER -> new Manner.Unanswered(true, () -> {});
            case CUT_BODY -> new Manner.Cut(Manner.Then.CLOSES);
        };
    }

    private void kill(RequestHead call) {
        killed = true;
        kill.accept(words(call));
    }

    /// The method of a call, what it is about, and what is done with it.
    private String words(RequestHead call) {
        var path = call.path();
        var about = path.startsWith("/" + Reality.UPLOADS + "/")
                ? "upload"
                : path.contains("/manifests/") ? "manifest" : "rendition";
        return call.method() + " " + about + (trouble.deed() == Deed.KILL_AFTER ? ", served" : "");
    }

    /// Whether the function is dead, or about to be.
    boolean killed() {
        return killed;
    }

    /// Waits until the call has come, or the invocation has ended without it.
    void awaitCall() throws InterruptedException {
        met.await();
    }

    /// S3 goes on with the call if it is held.
    void release() {
        released.countDown();
    }

    /// The invocation has ended.
    void end() {
        met.countDown();
        ended.countDown();
    }
}
