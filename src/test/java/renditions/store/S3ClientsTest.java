package renditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import renditions.testing.Identity;
import renditions.testing.TlsServer;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/// Our client trusts the certificates of the named trust store and no others. Isolated, because the trust store is
/// named for the whole process.
@Isolated
class S3ClientsTest {
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    @TempDir
    private Path folder;

    private Identity trusted;

    @BeforeEach
    void nameATrustStore() throws Exception {
        trusted = identity("trusted");
        System.setProperty(
                TRUST_STORE, trusted.trustStore(folder.resolve("trusted.jks")).toString());
    }

    @AfterEach
    void nameNone() {
        System.clearProperty(TRUST_STORE);
    }

    @Test
    void a_server_in_the_named_trust_store_is_spoken_to() {
        try (var server = new TlsServer(trusted)) {
            assertThat(answer(server)).isEqualTo("hello");
        }
    }

    @Test
    void a_server_that_the_named_trust_store_does_not_hold_is_refused() throws Exception {
        try (var server = new TlsServer(identity("stranger"))) {
            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(() -> answer(server))
                    .havingCause()
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    private Identity identity(String name) throws Exception {
        return Identity.make(Files.createDirectory(folder.resolve(name)), "ip:127.0.0.1");
    }

    private static String answer(TlsServer server) {
        try (var client = S3Clients.builder(1, server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            return client.getObjectAsBytes(request -> request.bucket("uploads").key("a.jpg"))
                    .asUtf8String();
        }
    }
}
