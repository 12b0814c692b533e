package renditions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule refuses a template with a planted fault.
class PlantedFaultsTest {
    private static final List<Fault> FAULTS = Fault.all();

    static Stream<Arguments> faults() {
        return FAULTS.stream().flatMap(fault -> fault.ways().stream().map(way -> arguments(way, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_rule_refuses_the_fault(Deployed way, Fault fault) {
        var rules = Rule.all().stream()
                .filter(rule -> rule.name().startsWith(fault.rule()))
                .toList();

        assertThat(rules).hasSize(1);
        var rule = rules.getFirst();
        var broken = way.template().changed(fault::plant);
        assertThat(Choices.of(broken).anyMatch(chosen -> !rule.check(chosen).isEmpty()))
                .isTrue();
    }

    @Test
    void every_rule_has_a_fault_and_no_fault_comes_twice() {
        assertThat(Rule.all())
                .extracting(Rule::name)
                .allMatch(rule -> FAULTS.stream().anyMatch(fault -> rule.startsWith(fault.rule())));
        assertThat(FAULTS).extracting(Fault::toString).doesNotHaveDuplicates();
    }
}
