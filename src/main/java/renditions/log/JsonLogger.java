package renditions.log;

import java.io.PrintWriter;
import java.io.Serial;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.MDCAdapter;
import tools.jackson.databind.node.ObjectNode;

/// Makes a [Line] of each logging event. The event's key-value pairs and the context of its thread become fields.
///
/// The context counts on virtual threads only, which are made for one item and inherit its context. A pooled thread
/// inherits the context of the item that happened to start it.
final class JsonLogger extends LegacyAbstractLogger implements LoggingEventAware {
    @Serial
    private static final long serialVersionUID = 1L;

    /// The longest stack trace, in characters.
    private static final int LONGEST_TRACE = 16_000;

    private static final InstantSource CLOCK = InstantSource.system();

    private final transient MDCAdapter contexts;

    /// @param contexts the context of each thread
    JsonLogger(String name, MDCAdapter contexts) {
        this.name = name;
        this.contexts = contexts;
    }

    @Override
    public boolean isTraceEnabled() {
        return Log.logs(name, Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return Log.logs(name, Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return Log.logs(name, Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return Log.logs(name, Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return Log.logs(name, Level.ERROR);
    }

    @Override
    public void log(LoggingEvent event) {
        var pairs = Objects.requireNonNullElse(event.getKeyValuePairs(), List.<KeyValuePair>of());
        add(event.getLevel(), event.getMessage(), event.getArgumentArray(), event.getThrowable(), pairs);
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String pattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        add(level, pattern, arguments, thrown, List.of());
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    /// Logging never throws: a line that cannot be made counts as lost.
    private void add(
            Level level,
            @Nullable String pattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable thrown,
            List<KeyValuePair> pairs) {
        try {
            var message = String.valueOf(MessageFormatter.basicArrayFormat(pattern, arguments));
            var line = Line.of(CLOCK.instant(), level, message).put("logger", name);
            context().forEach((key, value) -> put(line, key, value));
            pairs.forEach(pair -> put(line, pair.key, pair.value));
            if (thrown != null) {
                line.put("exception", trace(thrown));
            }
            Log.lines().add(Line.bytes(line));
        } catch (Throwable untold) {
            Log.lines().lose();
        }
    }

    private Map<String, String> context() {
        var context = Thread.currentThread().isVirtual() ? contexts.getCopyOfContextMap() : null;
        return context == null ? Map.of() : context;
    }

    private static void put(ObjectNode line, String key, @Nullable Object value) {
        switch (value) {
            case Integer number -> line.put(key, number);
            case Long number -> line.put(key, number);
            case null, default -> line.put(key, Line.bounded(String.valueOf(value)));
        }
    }

    private static String trace(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return Line.bounded(trace.toString(), LONGEST_TRACE);
    }
}
