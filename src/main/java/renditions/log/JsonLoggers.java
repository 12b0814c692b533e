package renditions.log;

import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/// Binds SLF4J to the [Log]: all that this project and its libraries log becomes lines of JSON. `META-INF/services`
/// names this class.
public final class JsonLoggers implements SLF4JServiceProvider {
    /// The version of SLF4J's interface that this was written for; "99" stands for any revision of it.
    private static final String INTERFACE = "2.0.99";

    private final ConcurrentHashMap<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new BasicMDCAdapter();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, _ -> new JsonLogger(name, context));
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return INTERFACE;
    }

    @Override
    public void initialize() {} // needs no preparation
}
