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

        assertThat(run("-Dusual", roots)).isZero();

        assertThat(certificates(roots))
                .hasSize(5)
                .isSubsetOf(certificates(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")))
                .extracting(root -> root.getSubjectX500Principal().getName())
                .filteredOn(name -> name.contains("O=Amazon,"))
                .hasSize(4);
    }

    @Test
    void a_jdk_that_trusts_none_of_them_has_no_file() throws Exception {
        var roots = folder.resolve("roots");

        assertThat(run("-Djavax.net.ssl.trustStore=NONE", roots)).isZero();

        assertThat(roots).doesNotExist();
    }

    private static int run(String option, Path roots) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = Path.of("target", "test-classes").toString();
        return new ProcessBuilder(java, option, "-cp", classes, AmazonRoots.class.getName(), roots.toString())
                .inheritIO()
                .start()
                .waitFor();
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
