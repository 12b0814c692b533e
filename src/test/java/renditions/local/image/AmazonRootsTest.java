package renditions.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmazonRootsTest {
    @TempDir
    private Path folder;

    @Test
    void they_are_amazons_and_among_those_that_the_jdk_trusts() throws Exception {
        var roots = folder.resolve("roots");

        assertThat(run(roots)).isZero();

        assertThat(certificates(roots))
                .isNotEmpty()
                .isSubsetOf(certificates(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")))
                .extracting(root -> root.getSubjectX500Principal().getName())
                .allMatch(name -> name.contains("Amazon") || name.contains("Starfield Services"))
                .anyMatch(name -> name.contains("CN=Amazon Root CA 1"));
    }

    @Test
    void a_jdk_that_trusts_none_of_them_has_no_file() throws Exception {
        var roots = folder.resolve("roots");

        assertThat(run(roots, "-Djavax.net.ssl.trustStore=NONE")).isZero();

        assertThat(roots).doesNotExist();
    }

    private static int run(Path roots, String... options) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = Path.of("target", "test-classes").toString();
        var command = new ArrayList<>(List.of(java));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classes, AmazonRoots.class.getName(), roots.toString()));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start().waitFor();
    }

    private static List<X509Certificate> certificates(Path file) throws Exception {
        var store = KeyStore.getInstance(file.toFile(), (char[]) null);
        var all = new ArrayList<X509Certificate>();
        for (var alias : Collections.list(store.aliases())) {
            all.add((X509Certificate) store.getCertificate(alias));
        }
        return all;
    }
}
