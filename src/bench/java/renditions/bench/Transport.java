package renditions.bench;

import java.nio.file.Path;
import java.util.Map;

/// What S3 is reached over. Over TLS every process verifies the chain of its certificate, as it does on Lambda: the
/// function as in the image, which looks among Amazon's roots first, Node.js among all that it has.
enum Transport {
    HTTP,
    TLS;

    /// With which a process trusts the S3 of the benchmark: Java and Node.js each have a variable of their own.
    Map<String, String> variables() {
        return switch (this) {
            case HTTP -> Map.of();
            case TLS ->
                Map.of(
                        "RENDITIONS_ROOTS", certificate("roots").toString(),
                        "NODE_EXTRA_CA_CERTS", certificate("root.pem").toString());
        };
    }

    /// One of the files that `src/image/certificates` has written for the training of the cache.
    static Path certificate(String name) {
        return Contender.ROOT.resolve("training", "tls", name);
    }
}
