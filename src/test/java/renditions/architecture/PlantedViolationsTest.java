package renditions.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.FailureReport;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule bites: on a small tree of packages like the project's own it names the classes that were planted to
/// break it, and no other.
final class PlantedViolationsTest {
    static final String BASE = "renditions.architecture.planted";

    private static final Map<String, Set<String>> CULPRITS = Map.ofEntries(
            entry("batch uses only what it may", Set.of("batch.ReadsJson")),
            entry("image uses only what it may", Set.of("image.KnowsOutcome")),
            entry("image.vips uses only what it may", Set.of("image.vips.KnowsOutcome")),
            entry("store uses only what it may", Set.of("store.KnowsJob", "store.KnowsOutcome")),
            entry("json uses only what it may", Set.of("json.KnowsBucket")),
            entry("event uses only what it may", Set.of("event.CallsS3", "event.KnowsBucket")),
            entry("resize uses only what it may", Set.of("resize.KnowsLambda", "resize.KnowsVips")),
            entry("log uses only what it may", Set.of("log.KnowsBucket")),
            entry("record uses only what it may", Set.of("record.KnowsBucket")),
            entry("lambda uses only what it may", Set.of("lambda.KnowsEmulator")),
            entry("every class lives in a room", Set.of("attic.Homeless", "local.Emulator")),
            entry("no package uses itself by a detour", Set.of("store.KnowsJob", "resize.Job")),
            entry("native functions are linked in image.vips", Set.of("store.Links")),
            entry("native memory stays out of batch and event", Set.of("event.HoldsMemory")),
            entry("time is read in NanoClock", Set.of("resize.CallsTheTime", "resize.RefersToTheTime")),
            entry("the environment is read in Settings", Set.of("store.ReadsEnvironment")),
            entry("nobody sleeps", Set.of("resize.Sleeps", "resize.SleepsADay")),
            entry("nobody exits", Set.of("lambda.Exits", "lambda.Halts")),
            entry("fields are final", Set.of("image.Changes")),
            entry("no setters", Set.of("image.Settable")),
            entry("no structured task scopes", Set.of("batch.Scoped")),
            entry("no preview features", Set.of("batch.Previewed")),
            entry("packages are null-marked", Set.of("attic.Homeless")));

    private static final Pattern PLANTED = Pattern.compile(Pattern.quote(BASE) + "\\.([a-z.]+\\.[A-Z]\\w*)");

    private static final ClassDesc SCOPE = ClassDesc.of("java.util.concurrent.StructuredTaskScope");

    private static JavaClasses planted;

    @BeforeAll
    static void plant(@TempDir Path generated) throws IOException, URISyntaxException {
        compile(generated, "batch.Scoped", scoped -> scoped.withField("scope", SCOPE, ClassFile.ACC_FINAL));
        compile(
                generated,
                "batch.Previewed",
                previewed -> previewed.withVersion(ClassFile.latestMajorVersion(), ClassFile.PREVIEW_MINOR_VERSION));
        var compiled =
                Path.of(PlantedViolationsTest.class.getResource("planted").toURI());
        planted = new ClassFileImporter().importPaths(compiled, generated);
    }

    @Test
    void every_rule_has_its_violation() {
        assertThat(HouseRules.below(BASE))
                .extracting(ArchRule::getDescription)
                .containsExactlyInAnyOrderElementsOf(CULPRITS.keySet());
    }

    static Stream<Named<ArchRule>> rules() {
        return HouseRules.below(BASE).stream().map(rule -> Named.of(rule.getDescription(), rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_names_who_breaks_it_and_no_other(ArchRule rule) {
        var report = rule.evaluate(planted).getFailureReport();
        assertThat(CULPRITS).containsEntry(rule.getDescription(), culprits(report));
    }

    /// Of each line of a report the class that comes first: the one that uses, not the one that is used.
    private static Set<String> culprits(FailureReport report) {
        return report.getDetails().stream()
                .flatMap(String::lines)
                .map(PLANTED::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /// Writes a class that the compiler refuses to make of source without preview features.
    private static void compile(Path folder, String name, Consumer<ClassBuilder> content) throws IOException {
        var type = ClassDesc.of(BASE + "." + name);
        Files.write(folder.resolve(name + ".class"), ClassFile.of().build(type, content));
    }
}
