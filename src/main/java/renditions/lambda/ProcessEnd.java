package renditions.lambda;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends this process, which Lambda then replaces.
///
/// It ends a moment after an answer, so that the answer leaves first. Lambda freezes the process meanwhile; then it
/// ends when the next invocation thaws it, whose batch is redelivered. Nothing is lost in either case, because only
/// an answer acknowledges an item.
final class ProcessEnd {
    /// How long an answer may take to leave, in milliseconds.
    private static final long MOMENT = 100;

    private static final int CODE = 1;

    private static final Logger LOG = LoggerFactory.getLogger("renditions.process");

    private ProcessEnd() {}

    static void soon() {
        LOG.error("STUCK_PROCESS calls of the image engine do not end, so this process ends itself");
        CompletableFuture.delayedExecutor(MOMENT, TimeUnit.MILLISECONDS)
                .execute(() -> Runtime.getRuntime().halt(CODE));
    }
}
