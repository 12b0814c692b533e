package renditions.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The zip that Lambda gets.
class PackageIT {
    /// With which the tests choose among the bindings of their class path; there is only one in the zip.
    private static final String CHOSEN = "slf4j.provider";

    private static final Path ZIP = Path.of("target/renditions.zip");
    private static final String OURS = "lib/renditions-";

    private final @Nullable String chosen = System.clearProperty(CHOSEN);

    @AfterEach
    void chooseAgain() {
        if (chosen != null) {
            System.setProperty(CHOSEN, chosen);
        }
    }

    @Test
    void it_holds_jars_and_nothing_else() throws IOException {
        assertThat(names()).contains("lib/").allMatch(name -> name.equals("lib/") || name.matches("lib/[^/]+\\.jar"));
    }

    @Test
    void no_test_local_run_or_emulator_class_is_in_it() throws IOException {
        assertThat(names())
                .noneMatch(name -> name.matches(
                        ".*(s3proxy|jetty|junit|assertj|archunit|awaitility|progressbar|jmustache|logback|netty).*"));
        assertThat(packages())
                .containsExactly(
                        "renditions/batch",
                        "renditions/event",
                        "renditions/image",
                        "renditions/image/vips",
                        "renditions/lambda",
                        "renditions/log",
                        "renditions/record",
                        "renditions/resize",
                        "renditions/store");
    }

    /// Loaded as Lambda does: nothing but the zip and the runtime's own interface. It gets as far as its settings.
    @Test
    void the_handler_finds_all_its_classes_in_it(@TempDir Path folder) throws Exception {
        var jars = unpack(folder);
        jars.add(location(RequestStreamHandler.class));
        try (var loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var handler = loader.loadClass("renditions.lambda.RenditionsFunction");

            assertThatThrownBy(() -> handler.getConstructor().newInstance())
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageStartingWith("the setting RENDITIONS_BUCKET is not set");
            assertThat(loader.loadClass("renditions.store.S3Clients")
                            .getMethod("builder", int.class)
                            .invoke(null, 1))
                    .isNotNull();
        }
    }

    @Test
    void what_libraries_log_becomes_json(@TempDir Path folder) throws Exception {
        try (var loader =
                new URLClassLoader(unpack(folder).toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var factory = loader.loadClass("org.slf4j.LoggerFactory");

            var logger = factory.getMethod("getLogger", String.class).invoke(null, "software.amazon.awssdk");

            assertThat(logger).extracting(Object::getClass).hasToString("class renditions.log.JsonLogger");
        }
    }

    private static List<String> names() throws IOException {
        try (var zip = new ZipFile(ZIP.toFile())) {
            return zip.stream().map(entry -> entry.getName()).toList();
        }
    }

    private static Set<String> packages() throws IOException {
        var packages = new TreeSet<String>();
        try (var zip = new ZipFile(ZIP.toFile())) {
            var jar = zip.stream()
                    .filter(entry -> entry.getName().startsWith(OURS))
                    .findFirst()
                    .orElseThrow();
            try (var classes = new ZipInputStream(zip.getInputStream(jar))) {
                for (var entry = classes.getNextEntry(); entry != null; entry = classes.getNextEntry()) {
                    if (entry.getName().endsWith(".class")) {
                        packages.add(
                                entry.getName().substring(0, entry.getName().lastIndexOf('/')));
                    }
                }
            }
        }
        return packages;
    }

    private static List<URL> unpack(Path folder) throws IOException {
        var jars = new ArrayList<URL>();
        try (var zip = new ZipFile(ZIP.toFile())) {
            for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                var jar = folder.resolve(Path.of(entry.getName()).getFileName());
                Files.copy(zip.getInputStream(entry), jar);
                jars.add(jar.toUri().toURL());
            }
        }
        return jars;
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
