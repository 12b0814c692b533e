package renditions.store;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/// TLS with the JDK's trust store, which is read for the whole process when the first connection needs it: the
/// HTTP client alone would read it whenever a client is built, also where nothing is encrypted.
final class LazyTls implements TlsSocketStrategy {
    /// Initialised, by the JVM and once, when it is first used.
    private static final class Ready {
        static final TlsSocketStrategy TLS = new OneKeyTls(SSLContexts.createDefault());
    }

    /// Reads the trust store now.
    static void prepare() {
        var _ = Ready.TLS;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        return Ready.TLS.upgrade(socket, target, port, attachment, context);
    }
}
