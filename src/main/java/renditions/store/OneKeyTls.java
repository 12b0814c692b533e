package renditions.store;

import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;

/// TLS that begins a handshake with one key, for X25519. The JDK would make another on the curve P-256, in case the
/// server prefers that, which is more than ten times the work. A server that does not know X25519 (FIPS endpoints)
/// refuses, in words or by hanging up.
///
/// Where X25519 is not allowed (`jdk.tls.namedGroups`), it is not offered.
final class OneKeyTls extends DefaultClientTlsStrategy {
    private static final String GROUP = "x25519";

    /// @param names who looks whether a certificate has the server's name, the JDK or the HTTP client
    OneKeyTls(SSLContext context, HostnameVerificationPolicy names) {
        super(context, names, HttpsSupport.getDefaultHostnameVerifier());
    }

    @Override
    protected void initializeSocket(SSLSocket socket) {
        var parameters = socket.getSSLParameters();
        if (List.of(parameters.getNamedGroups()).contains(GROUP)) {
            parameters.setNamedGroups(new String[] {GROUP});
            socket.setSSLParameters(parameters);
        }
    }
}
