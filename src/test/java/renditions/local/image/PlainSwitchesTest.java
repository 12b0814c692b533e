package renditions.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PlainSwitchesTest {
    private static final String PLACE = "renditions/local/image/";
    private static final Path CLASSES = Path.of("target", "test-classes");

    @TempDir
    private Path folder;

    private Path jar;

    /// A jar with the switches, rewritten, and a class that has none.
    @BeforeEach
    void rewrite() throws Exception {
        jar = folder.resolve("switches.jar");
        try (var files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"));
                var classes = Files.list(CLASSES.resolve(PLACE))) {
            Files.createDirectories(files.getPath(PLACE));
            for (var file : classes.filter(PlainSwitchesTest::goesIntoTheJar).toList()) {
                Files.copy(file, files.getPath(PLACE, file.getFileName().toString()));
            }
        }
        PlainSwitches.main(new String[] {jar.toString(), "renditions"});
    }

    /// One that begins again with the same case would never end.
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void they_answer_the_same() throws Exception {
        assertThat(Switches.answers())
                .startsWith("circle of 7", "large", "0", "circle of 70", "huge", "0", "square of 3", "square", "4")
                .endsWith("nothing", "many", "refused")
                .isEqualTo(answersOfTheRewritten());
    }

    @Test
    void the_table_of_contents_has_names_and_places_only() throws Exception {
        try (var rewritten = new ZipFile(jar.toFile())) {
            assertThat(rewritten.stream())
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.getExtra()).isNull())
                    .noneMatch(ZipEntry::isDirectory);
        }
    }

    @Test
    void those_over_types_are_left_to_the_jvm_no_more_and_others_are() throws Exception {
        assertThat(switchesOfTheJvm(CLASSES.resolve(PLACE, "Switches.class"))).hasSizeGreaterThan(4);
        assertThat(switchesOfTheJvm(CLASSES.resolve(PLACE, "Switches$Shape.class")))
                .hasSize(1);
        try (var files = FileSystems.newFileSystem(jar)) {
            assertThat(switchesOfTheJvm(files.getPath(PLACE, "Switches.class"))).hasSize(1);
            assertThat(switchesOfTheJvm(files.getPath(PLACE, "Switches$Shape.class")))
                    .isEmpty();
        }
    }

    @Test
    void what_has_none_stays_as_it_is() throws Exception {
        try (var files = FileSystems.newFileSystem(jar)) {
            assertThat(files.getPath(PLACE, "Switches$Circle.class"))
                    .hasBinaryContent(Files.readAllBytes(CLASSES.resolve(PLACE, "Switches$Circle.class")));
        }
    }

    private static boolean goesIntoTheJar(Path file) {
        return file.getFileName().toString().startsWith("Switches");
    }

    private Object answersOfTheRewritten() throws Exception {
        var parent = ClassLoader.getPlatformClassLoader();
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, parent)) {
            return loader.loadClass(Switches.class.getName())
                    .getMethod("answers")
                    .invoke(null);
        }
    }

    private static List<CodeElement> switchesOfTheJvm(Path compiled) throws IOException {
        return ClassFile.of().parse(Files.readAllBytes(compiled)).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(PlainSwitchesTest::isSwitch)
                .toList();
    }

    private static boolean isSwitch(CodeElement element) {
        return Stream.of(element)
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast)
                .anyMatch(call -> call.bootstrapMethod().methodName().equals("typeSwitch"));
    }
}
