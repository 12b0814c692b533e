package renditions.bench.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/// What `settings/logback-xml/logback.xml` says, without XML. Found by its name in `META-INF/services`.
public final class LogbackInCode extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        var encoder = new JsonEncoder();
        encoder.setContext(loggers);
        encoder.start();
        var out = new ConsoleAppender<ILoggingEvent>();
        out.setContext(loggers);
        out.setEncoder(encoder);
        out.start();
        var root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(out);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
