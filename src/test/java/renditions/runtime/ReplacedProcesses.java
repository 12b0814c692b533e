package renditions.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A function as its callers see it on Lambda: one process after the other, each replaced when it has ended. For one
/// caller at a time.
final class ReplacedProcesses implements RequestStreamHandler, AutoCloseable {
    private final Class<?> handler;
    private final Map<String, String> variables;
    private final Path output;
    private final Duration timeout;
    private @Nullable Environment process;

    /// @param output the file to which the output of all processes is appended
    /// @param timeout of an invocation, in which a new process is not started any more
    ReplacedProcesses(Class<?> handler, Map<String, String> variables, Path output, Duration timeout) {
        this.handler = handler;
        this.variables = variables;
        this.output = output;
        this.timeout = timeout;
    }

    /// @throws IOException if there is no answer
    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        try {
            var id = UUID.randomUUID().toString();
            var status = running().invoke(id, event.readAllBytes(), timeout).status();
            if (status instanceof InvocationStatus.Answered answered) {
                reply.write(answered.reply());
            } else {
                throw new IOException("no answer: " + status);
            }
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException();
        }
    }

    private Environment running() throws InterruptedException {
        var before = process;
        if (before != null && before.isReady()) {
            return before;
        }
        close();
        var next = Environment.start(handler.getName(), variables, output);
        process = next;
        return next;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
