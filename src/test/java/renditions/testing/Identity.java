package renditions.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A server's keys and its self-signed certificate.
public final class Identity {
    private static final char[] PASSWORD = "password".toCharArray();

    private final KeyStore keys;

    private Identity(KeyStore keys) {
        this.keys = keys;
    }

    /// Makes an identity with the JDK's keytool.
    ///
    /// @param folder an empty folder
    /// @param name its subject: `ip:127.0.0.1`, `dns:*.example.com`
    public static Identity make(Path folder, String name) throws Exception {
        var file = folder.resolve("identity.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=" + name,
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(printed);
        }
        return new Identity(KeyStore.getInstance(file.toFile(), PASSWORD));
    }

    /// Writes a trust store of the type JKS with this certificate.
    ///
    /// @return the file
    public Path trustStore(Path file) throws Exception {
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setCertificateEntry("root", keys.getCertificate("server"));
        try (var bytes = Files.newOutputStream(file)) {
            store.store(bytes, PASSWORD);
        }
        return file;
    }

    /// The context of a server with this identity.
    public SSLContext context() {
        try {
            var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            shown.init(keys, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(shown.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
