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
import renditions.local.EmbeddedS3;
import renditions.local.LocalAccess;
import renditions.testing.Identity;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;

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
        try (var s3 = started(trusted)) {
            assertThat(answer(s3)).isEqualTo("hello");
        }
    }

    @Test
    void a_server_that_the_named_trust_store_does_not_hold_is_refused() throws Exception {
        try (var s3 = started(identity("stranger"))) {
            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(() -> answer(s3))
                    .havingCause()
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    private Identity identity(String name) throws Exception {
        return Identity.make(Files.createDirectory(folder.resolve(name)), "ip:127.0.0.1");
    }

    /// An S3 over TLS with one object.
    private static EmbeddedS3 started(Identity identity) {
        var s3 = EmbeddedS3.start(identity.context());
        s3.createBucket("uploads");
        try (var client = s3.client()) {
            client.putObject(request -> request.bucket("uploads").key("a.jpg"), RequestBody.fromString("hello"));
        }
        return s3;
    }

    private static String answer(EmbeddedS3 s3) {
        try (var client = LocalAccess.client(s3.tlsEndpoint())) {
            return client.getObjectAsBytes(request -> request.bucket("uploads").key("a.jpg"))
                    .asUtf8String();
        }
    }
}
