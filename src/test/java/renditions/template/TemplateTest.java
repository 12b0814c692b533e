package renditions.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The template that is deployed keeps the rules.
class TemplateTest {
    private static final Template TEMPLATE = Template.ofFile();

    static Stream<Named<Rule>> rules() {
        return Rule.all().stream().map(rule -> Named.of(rule.name(), rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_template_keeps_the_rule(Rule rule) {
        assertThat(rule.check(TEMPLATE)).isEmpty();
    }

    /// So the permissions that the work was seen to take are all that the code can take.
    @Test
    void every_operation_of_s3_in_the_code_was_seen_at_work() {
        assertThat(RoleRules.operations(TEMPLATE))
                .isEqualTo(S3Operations.called())
                .isNotEmpty();
    }
}
