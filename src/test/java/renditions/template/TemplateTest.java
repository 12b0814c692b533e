package renditions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.catalog.KeyPattern;
import renditions.lambda.Settings;
import tools.jackson.databind.JsonNode;

/// The templates keep the rules.
class TemplateTest {
    static Stream<Arguments> rules() {
        return Stream.of(Deployed.values())
                .flatMap(way -> Rule.all().stream().map(rule -> arguments(way, Named.of(rule.name(), rule))));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_template_keeps_the_rule(Deployed way, Rule rule) {
        assertThat(Choices.of(way.template()).flatMap(chosen -> complaints(rule, chosen)))
                .isEmpty();
    }

    private static Stream<String> complaints(Rule rule, Template chosen) {
        return rule.check(chosen).stream().map(complaint -> complaint + " with " + Choices.words(chosen));
    }

    /// So the permissions that were seen at work are all permissions that the code can need.
    @ParameterizedTest
    @EnumSource
    void every_operation_of_s3_in_the_code_was_seen_at_work(Deployed way) {
        var seen = RoleRules.operations(way.template());
        assertThat(seen).isNotEmpty();
        assertThat(S3Operations.called()).isEqualTo(seen);
    }

    /// The rules try a free text only with its default, but this one is a language of its own.
    @ParameterizedTest
    @EnumSource
    void the_function_takes_every_key_pattern_that_the_template_takes(Deployed way) {
        var parameter = way.template().parameters().path("KeyPattern");
        var allowed = Pattern.compile(parameter.path("AllowedPattern").asString());
        assertThat(parameter.path("MaxLength").asInt()).isLessThanOrEqualTo(KeyPattern.LONGEST);
        assertThat("*.{jpg,jpeg,png,webp,gif,tif,tiff,avif}").matches(allowed);

        var taken = new Random(7)
                .longs(20_000)
                .mapToObj(TemplateTest::glob)
                .filter(glob -> allowed.matcher(glob).matches())
                .toList();
        assertThat(taken)
                .hasSizeGreaterThan(1_000)
                .allSatisfy(glob -> assertThat(new KeyPattern(glob))
                        .isEqualTo(Settings.of(Map.of("RENDITIONS_BUCKET", "out", "KEY_PATTERN", glob))
                                .pictures()));
    }

    private static String glob(long seed) {
        var random = new Random(seed);
        var signs = "a./*?{{,}}[]\\|^ ~";
        return random.ints(1 + random.nextInt(8), 0, signs.length())
                .mapToObj(sign -> signs.substring(sign, sign + 1))
                .collect(Collectors.joining());
    }

    /// The templates may differ only in these parts.
    @Test
    void the_templates_differ_only_in_how_the_function_is_packaged() {
        var function = "/Resources/RenditionsFunction/Properties/";
        assertThat(differences(
                        "",
                        Deployed.AS_ZIP.template().root(),
                        Deployed.AS_IMAGE.template().root()))
                .containsExactlyInAnyOrder(
                        "/Parameters/Architecture/Description",
                        "/Conditions/IsArm64",
                        "/Conditions/IsX86",
                        "/Resources/LibvipsArm64Layer",
                        "/Resources/LibvipsX86Layer",
                        function + "PackageType",
                        function + "Runtime",
                        function + "Handler",
                        function + "CodeUri",
                        function + "ImageUri",
                        function + "Layers",
                        function + "SnapStart",
                        function + "VersionDescription",
                        "/Resources/ReprocessFunction/Properties/CodeUri");
    }

    /// The places where the nodes differ, as deep as both are objects.
    private static Stream<String> differences(String at, JsonNode one, JsonNode other) {
        if (!one.isObject() || !other.isObject() || isCall(one) || isCall(other)) {
            return one.equals(other) ? Stream.empty() : Stream.of(at);
        }
        return Stream.concat(one.propertyNames().stream(), other.propertyNames().stream())
                .distinct()
                .flatMap(name -> differences(at + "/" + name, one.path(name), other.path(name)));
    }

    private static boolean isCall(JsonNode node) {
        return node.has("Fn::Sub");
    }
}
