package renditions.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.testing.LambdaZip;

/// The zip for Lambda, and the layer beside it.
class PackageIT {
    /// The property with which the tests choose among the bindings of their class path; the zip has only one.
    private static final String CHOSEN = "slf4j.provider";

    /// The time in pom.xml and src/native/layer; archives have no time zone.
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    /// The modes of an entry without modes in its archive, as in a layer: the unzipping program decides.
    private static final String UNTOLD = "rwxrwxrwx";

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
    void no_test_local_run_or_emulator_class_is_in_it(@TempDir Path folder) throws IOException {
        assertThat(names())
                .noneMatch(
                        name -> name.matches(
                                ".*(s3proxy|elasticmq|pekko|scala|jetty|junit|assertj|archunit|awaitility|progressbar|jmustache|logback|netty|testcontainers|jspecify).*"));
        assertThat(names(ours(folder)).stream().filter(name -> name.endsWith(".class")))
                .extracting(name -> name.substring(0, name.lastIndexOf('/')))
                .containsOnly(
                        "renditions/batch",
                        "renditions/catalog",
                        "renditions/event",
                        "renditions/image",
                        "renditions/image/colour",
                        "renditions/image/guard",
                        "renditions/image/vips",
                        "renditions/image/ward",
                        "renditions/json",
                        "renditions/lambda",
                        "renditions/log",
                        "renditions/queue",
                        "renditions/reprocess",
                        "renditions/resize",
                        "renditions/store",
                        "renditions/telemetry");
    }

    /// Lambda allows 250 MB, unzipped, with every layer.
    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "arm64"})
    void with_its_layer_it_stays_under_sixty_megabytes(String architecture) throws IOException {
        long code = unzipped(LambdaZip.FILE);
        long layer = unzipped(layer(architecture));

        System.out.printf(
                "unzipped, %s: code %.1f MB, layer %.1f MB, together %.1f MB%n",
                architecture, code / 1e6, layer / 1e6, (code + layer) / 1e6);
        assertThat(code + layer).isBetween(1_000_000L, 60_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "arm64"})
    void its_layer_holds_libvips_and_the_licences_and_nothing_else(String architecture) throws IOException {
        assertThat(names(layer(architecture)))
                .hasSize(4)
                .contains("lib/", "licences/", "licences/libvips.md")
                .anyMatch(name -> name.matches("lib/libvips-cpp\\.so\\.8\\.[0-9.]+"));
    }

    /// Builds differ first in the times and the modes of files.
    @Test
    void nothing_in_it_tells_when_or_where_it_was_built(@TempDir Path folder) throws IOException {
        var ours = ours(folder);

        assertTimeless(LambdaZip.FILE);
        assertTimeless(ours);
        assertTimeless(layer("x86_64"));
        assertTimeless(layer("arm64"));
        assertThat(names(ours)).noneMatch(name -> name.startsWith("META-INF/maven"));
    }

    /// Loaded as on Lambda: only the zip and the runtime's own interface. It gets as far as its settings.
    @ParameterizedTest
    @ValueSource(strings = {"renditions.lambda.RenditionsFunction", "renditions.lambda.ReprocessFunction"})
    void the_handlers_find_all_their_classes_in_it(String name, @TempDir Path folder) throws Exception {
        var jars = LambdaZip.classPath(folder);
        jars.add(location(RequestStreamHandler.class));
        try (var loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var handler = loader.loadClass(name);

            assertThatThrownBy(() -> handler.getConstructor().newInstance())
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageStartingWith("the setting RENDITIONS_BUCKET is not set");
            for (var clients : List.of("renditions.store.S3Clients", "renditions.queue.SqsClients")) {
                assertThat(loader.loadClass(clients)
                                .getMethod("builder", int.class)
                                .invoke(null, 1))
                        .isNotNull();
            }
        }
    }

    @Test
    void what_libraries_log_becomes_json(@TempDir Path folder) throws Exception {
        try (var loader = new URLClassLoader(
                LambdaZip.classPath(folder).toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var factory = loader.loadClass("org.slf4j.LoggerFactory");

            var logger = factory.getMethod("getLogger", String.class).invoke(null, "software.amazon.awssdk");

            assertThat(logger).extracting(Object::getClass).hasToString("class renditions.log.JsonLogger");
        }
    }

    private static void assertTimeless(Path archive) throws IOException {
        try (var zip = FileSystems.newFileSystem(archive, Map.of("enablePosixFileAttributes", "true"));
                var entries = Files.walk(zip.getPath("/"))) {
            for (var entry : entries.filter(each -> each.getNameCount() > 0).toList()) {
                assertThat(Files.getLastModifiedTime(entry)
                                .toInstant()
                                .atZone(ZoneId.systemDefault())
                                .toLocalDateTime())
                        .as("%s in %s", entry, archive)
                        .isEqualTo(TIME);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)))
                        .as("%s in %s", entry, archive)
                        .isIn(Files.isDirectory(entry) ? "rwxr-xr-x" : "rw-r--r--", UNTOLD);
            }
        }
    }

    private static Path layer(String architecture) {
        var layer = Path.of("target", "layer-" + architecture + ".zip");
        assertThat(layer).as("'make package' builds it").exists();
        return layer;
    }

    private static long unzipped(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            return zip.stream().mapToLong(ZipEntry::getSize).sum();
        }
    }

    /// The jar of the project itself.
    private static Path ours(Path folder) throws IOException {
        var ours = LambdaZip.unpack(folder).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("renditions-"))
                .toList();
        assertThat(ours).hasSize(1);
        return ours.getFirst();
    }

    private static List<String> names() throws IOException {
        return names(LambdaZip.FILE);
    }

    private static List<String> names(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            return zip.stream().map(entry -> entry.getName()).toList();
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
