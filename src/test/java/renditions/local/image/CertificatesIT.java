package renditions.local.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.interfaces.RSAPublicKey;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import renditions.local.EmbeddedS3;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/// What the image's training and the benchmark of the cold start rely on over TLS: who has their certificates trusts
/// their S3, and nobody else.
final class CertificatesIT {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static EmbeddedS3 server;

    @BeforeAll
    static void start() throws Exception {
        var builder = new ProcessBuilder("sh", "src/image/certificates", folder.toString()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        server = EmbeddedS3.start(context());
        server.createBucket("uploads");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_is_put_over_tls_is_the_same_over_http() throws Exception {
        try (var secure = client(folder.resolve("roots"));
                var plain = server.client()) {
            secure.putObject(it -> it.bucket("uploads").key("a"), RequestBody.fromString("hello"));
            assertThat(plain.getObjectAsBytes(it -> it.bucket("uploads").key("a"))
                            .asUtf8String())
                    .isEqualTo("hello");
        }
    }

    @Test
    void the_certificates_of_the_jdk_alone_do_not_do() throws Exception {
        try (var stranger = client(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"))) {
            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(stranger::listBuckets)
                    .havingRootCause()
                    .isInstanceOf(CertPathBuilderException.class);
        }
    }

    @Test
    void the_chain_has_the_length_and_the_keys_of_amazons() throws Exception {
        assertThat(keys().getCertificateChain("s3"))
                .hasSize(3)
                .extracting(certificate ->
                        ((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength())
                .containsOnly(2048);
    }

    private static S3Client client(Path trusted) throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(trusted.toFile(), (char[]) null));
        return S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder().tlsTrustManagersProvider(trust::getTrustManagers))
                .endpointOverride(server.tlsEndpoint())
                .forcePathStyle(true)
                .region(EmbeddedS3.REGION)
                .credentialsProvider(StaticCredentialsProvider.create(EmbeddedS3.CREDENTIALS))
                .build();
    }

    private static SSLContext context() throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keys(), PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore keys() throws Exception {
        return KeyStore.getInstance(folder.resolve("s3.p12").toFile(), PASSWORD);
    }
}
