package renditions.local.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Copies those certificates that Amazon's are signed by from the ones that the JDK trusts. The function looks among
/// them first.
///
/// Needs the JDK alone: it runs while the image is built.
///
/// Source: the roots that Amazon Trust Services lists, https://www.amazontrust.com/repository/
final class AmazonRoots {
    private AmazonRoots() {}

    /// Writes them to a file, or none where the JDK has none of them.
    ///
    /// @param arguments where to; then, if wanted, files with certificates that are added to them
    public static void main(String[] arguments) throws Exception {
        var roots = new ArrayList<X509Certificate>();
        for (var more : List.of(arguments).subList(1, arguments.length)) {
            roots.add(read(Path.of(more)));
        }
        trusted().filter(AmazonRoots::isAmazons).forEach(roots::add);
        if (!roots.isEmpty()) {
            write(roots, Path.of(arguments[0]));
        }
    }

    private static Stream<X509Certificate> trusted() throws Exception {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()));
    }

    private static boolean isAmazons(X509Certificate root) {
        var subject = root.getSubjectX500Principal().getName();
        return subject.contains("O=Amazon,") || subject.contains("CN=Starfield Services Root Certificate Authority");
    }

    private static X509Certificate read(Path file) throws Exception {
        try (var bytes = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
        }
    }

    /// As JKS, which needs no cryptography to be read without its password.
    private static void write(List<X509Certificate> roots, Path file) throws Exception {
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        for (var root : roots) {
            store.setCertificateEntry(root.getSubjectX500Principal().getName(), root);
        }
        try (var bytes = Files.newOutputStream(file)) {
            store.store(bytes, "changeit".toCharArray());
        }
    }
}
