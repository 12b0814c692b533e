package renditions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import renditions.testing.Identity;

/// Where they are not to be used, or cannot be, everything that is trusted is asked instead.
class LikelyRootsTest {
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    private final @Nullable String trustStore = System.getProperty(TRUST_STORE);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = Identity.make(folder, "ip:127.0.0.1").trustStore(folder.resolve("roots"));
    }

    @Test
    void they_are_used_where_there_are_some() {
        assertThat(new LikelyRoots(file.toString(), null).context()).isNotNull();
    }

    @Test
    void there_may_be_none() {
        assertThat(new LikelyRoots(null, null).context()).isNull();
    }

    @Test
    void who_says_what_is_trusted_is_obeyed() {
        assertThat(new LikelyRoots(file.toString(), "mine").context()).isNull();
    }

    /// As the runtime client names it, for every function on Amazon Linux.
    @Test
    void the_trust_store_of_amazon_linux_is_nobodys_choice() {
        System.setProperty("renditions.roots", file.toString());
        System.setProperty(TRUST_STORE, "/etc/pki/java/cacerts");

        assertThat(LikelyRoots.ofProcess().context()).isNotNull();
    }

    @Test
    void another_trust_store_of_the_process_is_obeyed() {
        System.setProperty("renditions.roots", file.toString());
        System.setProperty(TRUST_STORE, file.toString());

        assertThat(LikelyRoots.ofProcess().context()).isNull();
    }

    @AfterEach
    void forget() {
        System.clearProperty("renditions.roots");
        if (trustStore == null) {
            System.clearProperty(TRUST_STORE);
        } else {
            System.setProperty(TRUST_STORE, trustStore);
        }
    }

    @Test
    void a_file_that_is_not_there_or_something_else_does_no_harm() throws Exception {
        Files.writeString(file, "hello");
        assertThat(new LikelyRoots(file.toString(), null).context()).isNull();
        Files.delete(file);
        assertThat(new LikelyRoots(file.toString(), null).context()).isNull();
    }
}
