package renditions.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The rules for the classes that run on Lambda. A rule that finds nothing to check fails.
final class HouseRules {
    /// The classes whose fields may change, below the base package. Each class says what guards them.
    static final Set<String> STATEFUL = Set.of(
            "batch.Backlog", // the expected computing of each load
            "batch.CancellationSource", // cancelled once, its hooks closed once
            "batch.Dispatch", // the progress of a batch; belongs to the thread that runs it
            "batch.ItemPermits", // whether a thread stands in line; belongs to that thread
            "batch.Order", // the items that may start; belongs to the thread that runs their batch
            "batch.Watchdog", // each watch is closed once
            "image.vips.VipsLibrary", // started once for each process
            "reprocess.Listing", // the place in a listing; belongs to the thread that sweeps
            "reprocess.Position", // what was stored last; belongs to that thread
            "reprocess.Tally", // what was counted; belongs to that thread
            "store.SegmentStream"); // the position of the reader

    /// The base package of the project.
    static final String BASE = "renditions";

    private static final String NATIVE = "java.lang.foreign";

    /// A method that sets a property of a native object takes the object too, so it has two or more parameters and
    /// is no setter.
    private static final DescribedPredicate<JavaMethod> SETTER = describe(
            "be a setter",
            method -> method.getName().matches("set\\p{Lu}.*")
                    && method.getParameters().size() == 1);

    private HouseRules() {}

    /// Every rule, with its name for description.
    static List<ArchRule> all() {
        var rules = new ArrayList<ArchRule>();
        PackageRule.ALL.forEach(rule -> rules.add(usesOnlyWhatItMay(rule)));
        rules.add(everyClassHasAPackageRule().as("every class is in a package with a rule"));
        rules.add(noCycles().as("no package uses itself by a detour"));
        rules.add(nativeFunctionsAreLinkedInVips().as("native functions are linked in image.vips"));
        rules.add(nativeMemoryStaysOutOfBatchAndEvent().as("native memory stays out of batch and event"));
        rules.add(timeIsReadInOneClass().as("time is read in NanoClock"));
        rules.add(environmentIsReadInOneClass().as("the environment is read in Settings"));
        rules.add(nobodySleeps().as("nobody sleeps"));
        rules.add(oneClassExits().as("only ProcessEnd exits"));
        rules.add(fieldsAreFinal().as("fields are final"));
        rules.add(noMethods().should(ArchCondition.from(SETTER)).as("no setters"));
        rules.add(noStructuredTaskScopes().as("no structured task scopes"));
        return rules;
    }

    private static ArchRule usesOnlyWhatItMay(PackageRule rule) {
        return classes()
                .that()
                .resideInAPackage(in(rule))
                .should()
                .onlyDependOnClassesThat(rule.allows())
                .as(rule.name() + " uses only what it may");
    }

    private static ArchRule everyClassHasAPackageRule() {
        var packages = PackageRule.ALL.stream().map(HouseRules::in).toArray(String[]::new);
        return classes().should().resideInAnyPackage(packages);
    }

    private static ArchRule noCycles() {
        return slices().matching(BASE + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule nativeFunctionsAreLinkedInVips() {
        var memory = belongToAnyOf(MemorySegment.class, Arena.class, ValueLayout.class);
        return noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".image.vips")
                .should()
                .dependOnClassesThat(resideInAPackage(NATIVE).and(not(memory)));
    }

    private static ArchRule nativeMemoryStaysOutOfBatchAndEvent() {
        return noClasses()
                .that()
                .resideInAnyPackage(BASE + ".batch", BASE + ".event")
                .should()
                .dependOnClassesThat(resideInAPackage(NATIVE));
    }

    private static ArchRule timeIsReadInOneClass() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".batch.NanoClock")
                .should(call(System.class, "nanoTime", "currentTimeMillis"));
    }

    private static ArchRule environmentIsReadInOneClass() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".lambda.Settings")
                .should(call(System.class, "getenv"));
    }

    private static ArchRule nobodySleeps() {
        return noClasses().should(call(Thread.class, "sleep").or(call(TimeUnit.class, "sleep")));
    }

    private static ArchRule oneClassExits() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".lambda.ProcessEnd")
                .should(call(System.class, "exit").or(call(Runtime.class, "exit", "halt")));
    }

    private static ArchRule fieldsAreFinal() {
        DescribedPredicate<JavaClass> stateful = describe(
                "are stateful",
                owner -> STATEFUL.stream()
                        .map(name -> BASE + "." + name)
                        .anyMatch(name ->
                                owner.getName().equals(name) || owner.getName().startsWith(name + "$")));
        return fields().that().areDeclaredInClassesThat(not(stateful)).should().beFinal();
    }

    /// To close such a scope waits for its subtasks, however late, so it cannot keep a batch's deadline.
    private static ArchRule noStructuredTaskScopes() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.concurrent\\.StructuredTaskScope.*");
    }

    /// Matches calls and method references.
    private static ArchCondition<JavaClass> call(Class<?> owner, String... methods) {
        var names = List.of(methods);
        return accessTargetWhere(describe(
                "is one of " + names + " of " + owner.getSimpleName(),
                access -> access.getTargetOwner().isEquivalentTo(owner) && names.contains(access.getName())));
    }

    private static String in(PackageRule rule) {
        return BASE + "." + rule.name();
    }
}
