package renditions.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A handler that is invoked as on Lambda, with a time-out.
///
/// A handler that is late is interrupted, and its answer is dropped. Lambda would end its process; here it may go
/// on, on a daemon thread of its own, until it reacts to the interrupt.
///
/// @param handler safe for several invocations at once
/// @param timeout the time of an invocation
record Function(RequestStreamHandler handler, Duration timeout) {
    /// Invokes the handler with a batch.
    ///
    /// @throws InterruptedException if the caller is interrupted; then the handler is interrupted too
    BatchReply invoke(List<SqsRecord> batch) throws InterruptedException {
        var invocation = new FutureTask<>(() -> reply(batch));
        Thread.ofPlatform().daemon().name("function").start(invocation);
        try {
            var ids = batch.stream().map(SqsRecord::messageId).toList();
            return BatchReply.read(ids, invocation.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return BatchReply.none(String.format(Locale.ROOT, "no answer within %,d ms", timeout.toMillis()));
        } catch (ExecutionException | CancellationException thrown) {
            return BatchReply.none("it threw " + thrown.getCause());
        } finally {
            invocation.cancel(true);
        }
    }

    private byte[] reply(List<SqsRecord> batch) throws Exception {
        var event = new ByteArrayInputStream(SqsRecord.event(batch).getBytes(UTF_8));
        var reply = new ByteArrayOutputStream();
        handler.handleRequest(event, reply, new LocalContext(timeout));
        return reply.toByteArray();
    }
}
