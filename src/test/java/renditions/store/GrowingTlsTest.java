package renditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.batch.Cancellation;
import renditions.testing.Identity;
import renditions.testing.TlsServer;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;

/// Against servers that know some groups and not others, and show a certificate that one trusts, or nobody.
class GrowingTlsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /// What a hello says of the groups it supports: the extension 10, four bytes, of which two are the list, X25519.
    ///
    /// Source: RFC 8446, 4.2.7.
    private static final String X25519_ALONE = "000a00040002001d";

    @TempDir
    private static Path folder;

    private static Identity identity;
    private static Identity other;

    private GrowingTls tls;

    @BeforeAll
    static void makeIdentities() throws Exception {
        identity = Identity.make(Files.createDirectory(folder.resolve("a")), "ip:127.0.0.1");
        other = Identity.make(Files.createDirectory(folder.resolve("b")), "ip:127.0.0.1");
    }

    @BeforeEach
    void makeClient() {
        tls = growing(identity.context());
    }

    @Test
    void the_first_hello_offers_x25519_alone() throws Exception {
        assertThat(hello()).contains(X25519_ALONE);
    }

    @Test
    void where_it_is_not_allowed_it_is_not_offered() throws Exception {
        try (var socket = (SSLSocket) identity.context().getSocketFactory().createSocket()) {
            var parameters = socket.getSSLParameters();
            parameters.setNamedGroups(new String[] {"secp256r1"});
            socket.setSSLParameters(parameters);

            new OneKeyTls(identity.context(), HostnameVerificationPolicy.CLIENT).initializeSocket(socket);

            assertThat(socket.getSSLParameters().getNamedGroups()).containsExactly("secp256r1");
        }
    }

    @Test
    void a_server_that_knows_it_is_connected_at_once() throws Exception {
        try (var server = new TlsServer(identity, "x25519", "secp256r1")) {
            connect(server);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "ffdhe2048"})
    void a_server_that_does_not_know_it_refuses_once(String group) throws Exception {
        try (var server = new TlsServer(identity, group)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> connect(server));
            connect(server);
        }
        assertThat(hello()).doesNotContain(X25519_ALONE);
    }

    @Test
    void a_server_of_the_likely_roots_is_connected_at_once() throws Exception {
        tls = growing(likely(identity));
        try (var server = new TlsServer(identity)) {
            connect(server);
        }
        assertThat(hello()).contains(X25519_ALONE); // still small
    }

    @Test
    void a_server_of_others_that_are_trusted_is_refused_once() throws Exception {
        tls = growing(likely(other));
        try (var server = new TlsServer(identity)) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> connect(server));
            connect(server);
        }
    }

    @Test
    void a_server_that_nobody_trusts_is_refused_for_ever() throws Exception {
        tls = growing(likely(identity));
        try (var server = new TlsServer(other)) {
            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> connect(server));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = HostnameVerificationPolicy.class,
            names = {"BUILTIN", "CLIENT"})
    void a_server_has_the_name_that_it_is_called_by(HostnameVerificationPolicy names) throws Exception {
        var bucket = Identity.make(Files.createTempDirectory(folder, "bucket"), "dns:*.s3.eu-central-1.amazonaws.com");
        tls = growing(likely(bucket), names, bucket);
        try (var server = new TlsServer(bucket)) {
            connect(server, "uploads.s3.eu-central-1.amazonaws.com");
            assertThat(hello()).contains(X25519_ALONE); // still small
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BUILTIN, s3.eu-central-1.amazonaws.com",
        "CLIENT, s3.eu-central-1.amazonaws.com",
        "CLIENT, a.b.s3.eu-central-1.amazonaws.com",
        "CLIENT, uploads.s3.eu-west-1.amazonaws.com",
        "CLIENT, 127.0.0.1"
    })
    void a_server_that_is_called_by_another_name_is_refused_for_ever(HostnameVerificationPolicy names, String name)
            throws Exception {
        var bucket = Identity.make(Files.createTempDirectory(folder, "bucket"), "dns:*.s3.eu-central-1.amazonaws.com");
        tls = growing(likely(bucket), names, bucket);
        try (var server = new TlsServer(bucket)) {
            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(SSLException.class).isThrownBy(() -> connect(server, name));
            }
        }
    }

    @Test
    void a_call_to_s3_does_not_notice() {
        try (var server = new TlsServer(identity, "secp256r1");
                var client = S3Clients.builder(1, server.endpoint())
                        .httpClientBuilder(Apache5HttpClient.builder().tlsSocketStrategy(tls))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            var object = new ObjectId("uploads", "a.jpg");

            assertThat(new S3ObjectStore(client).get(Cancellation.never(), object, null, 100))
                    .isInstanceOf(StoredObject.class);
        }
    }

    /// Begins with these, and trusts one identity in the end.
    private static GrowingTls growing(SSLContext small) {
        return growing(small, HostnameVerificationPolicy.CLIENT, identity);
    }

    private static GrowingTls growing(SSLContext small, HostnameVerificationPolicy names, Identity everything) {
        return new GrowingTls(new OneKeyTls(small, names), () -> new DefaultClientTlsStrategy(everything.context()));
    }

    private static SSLContext likely(Identity root) throws Exception {
        var file = root.trustStore(Files.createTempFile(folder, "roots", null));
        return Objects.requireNonNull(new LikelyRoots(file.toString(), null).context());
    }

    private void connect(TlsServer server) throws IOException {
        connect(server, "127.0.0.1");
    }

    private void connect(TlsServer server, String name) throws IOException {
        var socket = new Socket(HERE, server.port());
        tls.upgrade(socket, name, server.port(), null, HttpCoreContext.create()).close();
    }

    /// The first thing that is said, in hexadecimal digits.
    private String hello() throws Exception {
        try (var server = new ServerSocket(0, 1, HERE);
                var socket = new Socket(HERE, server.getLocalPort())) {
            var heard = CompletableFuture.supplyAsync(() -> {
                try (var accepted = server.accept()) {
                    var bytes = new byte[4096];
                    return HexFormat.of()
                            .formatHex(bytes, 0, accepted.getInputStream().read(bytes));
                } catch (IOException broken) {
                    throw new AssertionError(broken);
                }
            });
            assertThatExceptionOfType(IOException.class) // nobody answers
                    .isThrownBy(() ->
                            tls.upgrade(socket, "127.0.0.1", server.getLocalPort(), null, HttpCoreContext.create()));
            return heard.get();
        }
    }
}
