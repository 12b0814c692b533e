package renditions.image.ward;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import renditions.batch.Cancellation;
import renditions.image.ward.ChildLost.How;

/// A child process, seen from this one. It has one conversation at a time: a second one waits for the end of the
/// first, which the cancellation of either brings about, because it kills the child.
///
/// Safe for use by many threads.
final class Child implements AutoCloseable {
    /// How long a child that has closed its streams, or was killed, may take to end, in milliseconds.
    private static final long END_MILLIS = 1000;

    /// Exit codes above it are signals, by their numbers.
    private static final int SIGNALS = 128;

    private static final int SIGKILL = 9;

    /// Longer than any invocation.
    static final Duration FOREVER = Duration.ofDays(1);

    private final Process process;
    private final InputStream answers;
    private final OutputStream requests;
    private final LastWords words;
    private final Lock turn = new ReentrantLock();
    private final AtomicBoolean used = new AtomicBoolean();

    /// Takes over a process that was just started.
    Child(Process process) {
        this.process = process;
        answers = new BufferedInputStream(process.getInputStream());
        requests = process.getOutputStream();
        words = new LastWords(process.getErrorStream());
    }

    /// Notes that the child is about to see the bytes of a picture.
    ///
    /// @return whether they are its first
    boolean begin() {
        return !used.getAndSet(true);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Asks, and waits for the answer. A cancellation kills the child.
    ///
    /// @param patience how long it may take; then the child is killed
    /// @param most the most bytes of the answer
    /// @param arena owns the bytes of the answer
    /// @throws ChildLost if there is no answer; then the child has ended or was killed
    Answer ask(Cancellation cancellation, Request request, Duration patience, long most, Arena arena) throws ChildLost {
        turn.lock();
        try (var _ = cancellation.onCancel(this::close)) {
            return answer(request, patience, most, arena);
        } finally {
            turn.unlock();
        }
    }

    /// Race between the answer and the end of the time: whoever completes `late` wins. An answer that loses is
    /// dropped, because its child was killed.
    private Answer answer(Request request, Duration patience, long most, Arena arena) throws ChildLost {
        var late = new CompletableFuture<Boolean>().completeOnTimeout(true, patience.toNanos(), TimeUnit.NANOSECONDS);
        var killing = late.thenAccept(isLate -> {
            if (isLate) {
                close();
            }
        });
        boolean answered = false;
        try {
            var answer = conversation(request, most, arena);
            late.complete(false);
            answered = !late.join();
            if (!answered) {
                throw late(patience);
            }
            return answer;
        } catch (IOException broken) {
            late.complete(false);
            throw late.join() ? late(patience) : lost(broken);
        } finally {
            late.complete(false);
            killing.join();
            if (!answered) {
                close();
            }
        }
    }

    private Answer conversation(Request request, long most, Arena arena) throws IOException {
        request.frame().write(requests);
        return Answer.of(Frame.read(answers, most, arena).orElseThrow(() -> new IOException("no more answers")));
    }

    private ChildLost late(Duration patience) {
        var ending = String.format(Locale.ROOT, "it neither ended nor stopped within %,d ms", patience.toMillis());
        return new ChildLost(How.LATE, ending, words.text());
    }

    private ChildLost lost(IOException broken) {
        if (broken instanceof Frame.Malformed || !hasEnded()) {
            close();
            return new ChildLost(
                    How.BABBLED, "its process did not answer as agreed (" + broken.getMessage() + ")", words.text());
        }
        int code = process.exitValue();
        return code <= SIGNALS
                ? new ChildLost(How.DIED, "its process ended with code " + code, words.text())
                : new ChildLost(
                        code == SIGNALS + SIGKILL ? How.KILLED : How.DIED,
                        "its process ended by signal " + (code - SIGNALS),
                        words.text());
    }

    /// Whether the process has ended, or does so very soon.
    private boolean hasEnded() {
        process.onExit()
                .completeOnTimeout(process, END_MILLIS, TimeUnit.MILLISECONDS)
                .join();
        return !process.isAlive();
    }

    /// What follows from an answer to another request than the one that was asked.
    ChildLost babbled() {
        close();
        return new ChildLost(How.BABBLED, "its process did not answer as agreed", words.text());
    }

    /// Says something that has no answer.
    void tell(Request request) {
        turn.lock();
        try {
            request.frame().write(requests);
        } catch (IOException gone) {
            close();
        } finally {
            turn.unlock();
        }
    }

    /// Kills the process. A second call does nothing. Does not wait.
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
