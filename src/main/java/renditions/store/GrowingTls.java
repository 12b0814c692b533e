package renditions.store;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// TLS that begins small, and after the first handshake that failed uses everything. What went wrong cannot always be
/// told, so any failure counts; whoever called tries again, as after any other.
///
/// Safe for use by many threads; connections that are opened at the same time may each be refused once.
final class GrowingTls implements TlsSocketStrategy {
    private final TlsSocketStrategy small;
    private final Supplier<TlsSocketStrategy> everything;
    private final AtomicBoolean refused = new AtomicBoolean();

    /// @param everything asked for after a failure only, and then for each connection
    GrowingTls(TlsSocketStrategy small, Supplier<TlsSocketStrategy> everything) {
        this.small = small;
        this.everything = everything;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        if (refused.get()) {
            return everything.get().upgrade(socket, target, port, attachment, context);
        }
        try {
            return small.upgrade(socket, target, port, attachment, context);
        } catch (IOException failed) {
            refused.set(true);
            throw failed;
        }
    }
}
