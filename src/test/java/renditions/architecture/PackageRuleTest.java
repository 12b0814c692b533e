package renditions.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a package may use, by the rule for `event`.
final class PackageRuleTest {
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

    private static JavaClass imported(String name) throws ClassNotFoundException {
        return new ClassFileImporter().importClass(Class.forName(name));
    }
}
