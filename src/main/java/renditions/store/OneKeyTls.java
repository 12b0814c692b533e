package renditions.store;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// TLS that begins a handshake with one key, for X25519. The JDK would make another on the curve P-256, in case the
/// server prefers that: more than ten times the work, and the largest single piece of a cold start over TLS.
///
/// A server that does not know X25519 (FIPS endpoints) refuses, in words or by hanging up: whoever called tries again,
/// as after any other failure. What went wrong cannot always be told, so after any handshake that failed everything
/// that the JDK knows is offered.
///
/// Where X25519 is not allowed (`jdk.tls.namedGroups`), it is not offered.
///
/// Safe for use by many threads; connections that are opened at the same time may each be refused once.
final class OneKeyTls extends DefaultClientTlsStrategy {
    private static final String GROUP = "x25519";

    private final AtomicBoolean refused = new AtomicBoolean();

    OneKeyTls(SSLContext context) {
        super(context);
    }

    @Override
    protected void initializeSocket(SSLSocket socket) {
        var parameters = socket.getSSLParameters();
        if (!refused.get() && List.of(parameters.getNamedGroups()).contains(GROUP)) {
            parameters.setNamedGroups(new String[] {GROUP});
            socket.setSSLParameters(parameters);
        }
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        try {
            return super.upgrade(socket, target, port, attachment, context);
        } catch (IOException failed) {
            refused.set(true);
            throw failed;
        }
    }
}
