package renditions.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.batch.Cancellation;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;

/// Against servers that know some groups and not others.
class OneKeyTlsTest {
    private static final char[] PASSWORD = "password".toCharArray();
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /// What a hello says of the groups it supports: the extension 10, four bytes, of which two are the list, X25519.
    ///
    /// Source: RFC 8446, 4.2.7.
    private static final String X25519_ALONE = "000a00040002001d";

    /// In both directions: the server shows this certificate, and the client trusts it.
    private static SSLContext context;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        var file = folder.resolve("server.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance(file.toFile(), PASSWORD);
        var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @Test
    void the_first_hello_offers_x25519_alone() throws Exception {
        assertThat(hello(new OneKeyTls(context))).contains(X25519_ALONE);
    }

    @Test
    void a_server_that_knows_it_is_connected_at_once() throws Exception {
        try (var server = new Server("x25519", "secp256r1")) {
            server.connect(new OneKeyTls(context)).close();
        }
    }

    /// The last is offered by no JDK unless it is asked to.
    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "ffdhe2048"})
    void a_server_that_does_not_know_it_refuses_once(String group) throws Exception {
        var tls = new OneKeyTls(context);
        try (var server = new Server(group)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> server.connect(tls));
            server.connect(tls).close();
        }
        assertThat(hello(tls)).doesNotContain(X25519_ALONE);
    }

    @Test
    void a_call_to_s3_does_not_notice() throws Exception {
        try (var server = new Server("secp256r1");
                var client = S3Clients.builder(1, server.endpoint())
                        .httpClientBuilder(Apache5HttpClient.builder().tlsSocketStrategy(new OneKeyTls(context)))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            var fetched =
                    new S3ObjectStore(client).get(Cancellation.never(), new ObjectId("uploads", "a.jpg"), null, 100);

            assertThat(fetched).isInstanceOf(StoredObject.class);
        }
    }

    /// The first thing that a client says, in hexadecimal digits.
    private static String hello(OneKeyTls tls) throws Exception {
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

    /// Answers every request with an object of five bytes.
    private static final class Server implements AutoCloseable {
        private final HttpsServer server;

        Server(String... groups) throws IOException {
            server = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    var known = context.getDefaultSSLParameters();
                    known.setNamedGroups(groups);
                    parameters.setSSLParameters(known);
                }
            });
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("ETag", "\"e\"");
                exchange.sendResponseHeaders(200, 5);
                exchange.getResponseBody().write("hello".getBytes(UTF_8));
                exchange.close();
            });
            server.start();
        }

        URI endpoint() {
            return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        }

        Socket connect(OneKeyTls tls) throws IOException {
            int port = server.getAddress().getPort();
            return tls.upgrade(new Socket(HERE, port), "127.0.0.1", port, null, HttpCoreContext.create());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
