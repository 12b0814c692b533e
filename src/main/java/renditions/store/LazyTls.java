package renditions.store;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/// The TLS of the process, made ready when the first connection needs it: the HTTP client alone would read the JDK's
/// trust store whenever a client is built, also where nothing is encrypted. It begins with one key and, where there are
/// any, with the [LikelyRoots]; after a handshake that failed it has all that the JDK has.
final class LazyTls implements TlsSocketStrategy {
    /// Initialised, by the JVM and once, when it is first used.
    private static final class Ready {
        static final TlsSocketStrategy TLS = new GrowingTls(small(), () -> Everything.TLS);

        /// To look at names, the JDK reads all its roots: it refuses certificates for every name of a top-level domain
        /// if one of them has signed it. Where only the likely ones are trusted the HTTP client looks.
        private static TlsSocketStrategy small() {
            var likely = LikelyRoots.ofProcess().context();
            return likely == null
                    ? new OneKeyTls(Everything.CONTEXT, HostnameVerificationPolicy.BUILTIN)
                    : new OneKeyTls(likely, HostnameVerificationPolicy.CLIENT);
        }
    }

    /// Initialised, by the JVM and once, when it is first used.
    private static final class Everything {
        static final SSLContext CONTEXT = SSLContexts.createDefault();
        static final TlsSocketStrategy TLS = new DefaultClientTlsStrategy(CONTEXT);
    }

    /// Reads now what is trusted.
    static void prepare() {
        var _ = Ready.TLS;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        return Ready.TLS.upgrade(socket, target, port, attachment, context);
    }
}
