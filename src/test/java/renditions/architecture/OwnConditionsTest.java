package renditions.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.batch.Cancellation;

/// Our own conditions, which ArchUnit does not bring along, find what they must find.
final class OwnConditionsTest {
    private static final PackageRule EVENT = PackageRule.ALL.stream()
            .filter(rule -> rule.name().equals("event"))
            .findFirst()
            .orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "renditions.event.Upload",
                "renditions.store.ObjectId",
                "renditions.batch.Outcome$Done",
                "tools.jackson.databind.JsonNode",
                "java.util.List"
            })
    void a_package_may_use_itself_its_neighbours_its_libraries_and_the_jdk(String used) throws Exception {
        assertThat(EVENT.allows().test(imported(used))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "renditions.store.S3Clients",
                "renditions.batch.Batch",
                "renditions.lambda.Settings",
                "renditions.local.LocalRun",
                "software.amazon.awssdk.services.s3.S3Client"
            })
    void a_package_may_use_nothing_else(String used) throws Exception {
        assertThat(EVENT.allows().test(imported(used))).isFalse();
    }

    @Test
    void a_class_with_preview_features_is_seen(@TempDir Path folder) throws IOException {
        compile(folder.resolve("Plain.class"), 0);
        assertThat(isBroken(new NeedNoPreview(), new ClassFileImporter().importPath(folder)))
                .isFalse();

        compile(folder.resolve("Plain.class"), ClassFile.PREVIEW_MINOR_VERSION);
        assertThat(isBroken(new NeedNoPreview(), new ClassFileImporter().importPath(folder)))
                .isTrue();
    }

    @Test
    void a_package_that_is_not_null_marked_is_seen() {
        var marked = new ClassFileImporter().importPackagesOf(Cancellation.class);
        assertThat(isBroken(new ResideInANullMarkedPackage(), marked)).isFalse();

        var unmarked = new ClassFileImporter().importPackagesOf(ClassFileImporter.class);
        assertThat(isBroken(new ResideInANullMarkedPackage(), unmarked)).isTrue();
    }

    private static boolean isBroken(ArchCondition<JavaClass> condition, JavaClasses classes) {
        return ArchRuleDefinition.classes().should(condition).evaluate(classes).hasViolation();
    }

    private static JavaClass imported(String name) throws ClassNotFoundException {
        return new ClassFileImporter().importClass(Class.forName(name));
    }

    private static void compile(Path file, int minorVersion) throws IOException {
        var type = ClassDesc.of(file.getFileName().toString().replace(".class", ""));
        Files.write(
                file,
                ClassFile.of().build(type, made -> made.withVersion(ClassFile.latestMajorVersion(), minorVersion)));
    }
}
