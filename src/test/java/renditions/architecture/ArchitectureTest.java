package renditions.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.batch.Cancellation;

/// The project's own classes keep the rules.
final class ArchitectureTest {
    private static final JavaClasses ON_LAMBDA = new ClassFileImporter()
            .importUrl(Cancellation.class.getProtectionDomain().getCodeSource().getLocation());

    static Stream<Named<ArchRule>> rules() {
        return HouseRules.all().stream().map(rule -> Named.of(rule.getDescription(), rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void what_runs_on_lambda_keeps_the_rule(ArchRule rule) {
        rule.check(ON_LAMBDA);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_that_has_nothing_to_look_at_fails(ArchRule rule) {
        var nothing = new ClassFileImporter().importPaths(List.<Path>of());
        assertThatThrownBy(() -> rule.check(nothing))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @ParameterizedTest
    @MethodSource("stateful")
    void a_class_that_is_allowed_state_has_some(String name) {
        assertThat(ON_LAMBDA)
                .filteredOn(candidate -> (candidate.getName() + "$").startsWith(HouseRules.BASE + "." + name + "$"))
                .flatExtracting(JavaClass::getFields)
                .anyMatch(field -> !field.getModifiers().contains(JavaModifier.FINAL));
    }

    static Set<String> stateful() {
        return HouseRules.STATEFUL;
    }
}
