package renditions.log;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.event.Level;

/// The log of this process: its lines go to standard output, which Lambda hands on to CloudWatch Logs.
public final class Log {
    /// Loggers of the house; all others belong to libraries.
    private static final String OURS = "renditions.";

    private static final LogLines LINES = new LogLines(() -> System.out);
    private static final AtomicReference<Level> LEVEL = new AtomicReference<>(Level.INFO);

    private Log() {}

    /// Where all lines go.
    public static LogLines lines() {
        return LINES;
    }

    /// From now on only what is at least as severe is logged. INFO until this is called.
    public static void level(Level level) {
        LEVEL.set(level);
    }

    /// Whether a logger's line of this level is logged. Libraries begin at INFO, however low the level is: at DEBUG the
    /// HTTP client prints requests with the signatures and session tokens in them.
    static boolean logs(String logger, Level level) {
        int least = LEVEL.get().toInt();
        return level.toInt() >= (logger.startsWith(OURS) ? least : Math.max(least, Level.INFO.toInt()));
    }
}
