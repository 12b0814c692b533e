package renditions.bench;

import java.nio.file.Path;
import java.util.Map;

/// The transport to S3. Over TLS every process verifies the certificate's chain among all the roots that it trusts,
/// as it does on Lambda.
enum Transport {
    HTTP,
    TLS;

    /// The variables with which a process trusts the S3 of the benchmark: one for Java, one for Node.js.
    Map<String, String> variables() {
        return switch (this) {
            case HTTP -> Map.of();
            case TLS ->
                Map.of(
                        "JAVA_TOOL_OPTIONS",
                        "-Djavax.net.ssl.trustStore=" + certificate("trusted.p12"),
                        "NODE_EXTRA_CA_CERTS",
                        certificate("root.pem").toString());
        };
    }

    /// A file that `src/bench/certificates` has written.
    static Path certificate(String name) {
        return Contender.ROOT.resolve("tls", name);
    }
}
