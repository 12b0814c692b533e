package renditions.log;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.event.Level;

/// The log of this process. Its lines go to standard output, which Lambda hands on to CloudWatch Logs.
public final class Log {
    /// The prefix of this project's loggers; all others belong to libraries.
    private static final String OURS = "renditions.";

    private static final LogLines LINES = new LogLines(() -> System.out);
    private static final AtomicReference<Level> LEVEL = new AtomicReference<>(Level.INFO);

    private Log() {}

    /// The lines of this process.
    public static LogLines lines() {
        return LINES;
    }

    /// Sets the minimum level. It is INFO until this is called.
    public static void level(Level level) {
        LEVEL.set(level);
    }

    /// Whether a logger's line of this level is logged. Libraries log from INFO on, however low the minimum level
    /// is: at DEBUG the HTTP client prints requests with their signatures and session tokens.
    static boolean logs(String logger, Level level) {
        int least = LEVEL.get().toInt();
        return level.toInt() >= (logger.startsWith(OURS) ? least : Math.max(least, Level.INFO.toInt()));
    }
}
