package renditions.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Those of the JDK's trusted certificates that S3's are likely to be signed by: five to read instead of 150. They
/// shorten a start only if the JDK does not read all of its own for something else, see [LazyTls].
///
/// Where somebody has said what the JDK is to trust (`javax.net.ssl.trustStore`), that alone counts. Lambda's runtime
/// client says so whenever it finds the certificates of Amazon Linux, from which the image's roots are taken then: that
/// is nobody's choice, and somebody's who names the same file is not told from it.
///
/// @param file a key store of the type JKS, read without a password, or null where there is none; the image has one
/// @param trustStore the file that somebody wants trusted instead of the JDK's, or null
record LikelyRoots(@Nullable String file, @Nullable String trustStore) {
    /// Source: `AWSLambda` of aws-lambda-java-runtime-interface-client 2.9.0.
    private static final String AMAZON_LINUX = "/etc/pki/java/cacerts";

    private static final Logger LOG = LoggerFactory.getLogger("renditions.store");

    /// As the system properties of this process say: `renditions.roots`, `javax.net.ssl.trustStore`.
    static LikelyRoots ofProcess() {
        var trustStore = System.getProperty("javax.net.ssl.trustStore");
        return new LikelyRoots(
                System.getProperty("renditions.roots"), AMAZON_LINUX.equals(trustStore) ? null : trustStore);
    }

    /// What trusts these and nothing else.
    ///
    /// @return null where there are none, or none that can be read
    @Nullable
    SSLContext context() {
        if (file == null || trustStore != null) {
            return null;
        }
        try {
            return SSLContexts.custom()
                    .setKeyStoreType("JKS")
                    .loadTrustMaterial(Path.of(file), null)
                    .build();
        } catch (IOException | GeneralSecurityException unreadable) {
            LOG.warn("ROOTS_UNREADABLE the certificates in {} are not used: {}", file, unreadable.toString());
            return null;
        }
    }
}
