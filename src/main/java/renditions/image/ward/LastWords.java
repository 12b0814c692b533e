package renditions.image.ward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Reads a child's standard error on a thread of its own, so that the child never waits for it, and keeps the end of
/// it.
final class LastWords {
    /// How many characters are kept.
    private static final int KEPT = 4000;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final StringBuilder end = new StringBuilder(); // guarded by itself
    private final Thread reader;

    /// @param errors read until it ends, which it does when the child has ended
    LastWords(InputStream errors) {
        reader = Thread.ofPlatform().daemon().name("ward-errors").start(() -> read(errors));
    }

    private void read(InputStream errors) {
        var buffer = new byte[1024];
        try {
            for (int length = errors.read(buffer); length >= 0; length = errors.read(buffer)) {
                keep(new String(buffer, 0, length, ISO_8859_1));
            }
        } catch (IOException closed) {
            // the child was killed
        }
    }

    private void keep(String words) {
        synchronized (end) {
            end.append(words);
            end.delete(0, Math.max(0, end.length() - KEPT));
        }
    }

    /// What the child said last, as it said it. Call it when the child has ended.
    String text() {
        boolean interrupted = false;
        try {
            reader.join(PATIENCE);
        } catch (InterruptedException kept) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (end) {
            return end.toString();
        }
    }
}
