package renditions.bench;

import java.nio.file.Path;
import java.util.Map;

/// What S3 is reached over. Over TLS every process verifies the chain of its certificate among all the roots that it
/// trusts, as it does on Lambda.
enum Transport {
    HTTP,
    TLS;

    /// With which a process trusts the S3 of the benchmark: Java and Node.js each have a variable of their own.
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

    /// One of the files that `src/bench/certificates` has written.
    static Path certificate(String name) {
        return Contender.ROOT.resolve("tls", name);
    }
}
