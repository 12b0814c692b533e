package renditions.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/// A package of the project, and what its classes may use besides each other, the JDK and JSpecify.
///
/// @param name of the package, below the base package
/// @param ours packages and classes of the project, below the base package; a class stands for its nested ones too
/// @param libraries packages of libraries, with all packages below them; the empty name means every library
record PackageRule(String name, List<String> ours, List<String> libraries) {
    private static final String AWS_SDK = "software.amazon.awssdk";
    private static final String JACKSON = "tools.jackson";
    private static final String SLF4J = "org.slf4j";

    /// All packages. A library that no other rule names may be used in `lambda` only.
    static final List<PackageRule> ALL = List.of(
            new PackageRule("batch", List.of(), List.of()),
            new PackageRule("image", List.of("batch.Cancellation", "batch.Severity"), List.of()),
            new PackageRule("image.colour", List.of("image.Format"), List.of()),
            new PackageRule("image.vips", List.of("image", "image.colour", "batch.Cancellation"), List.of()),
            new PackageRule("image.guard", List.of("image", "batch.Cancellation"), List.of()),
            new PackageRule(
                    "image.ward",
                    List.of("image", "image.vips", "batch.Cancellation", "batch.CancellationSource"),
                    List.of()),
            new PackageRule("store", List.of("batch.Cancellation", "batch.Severity"), List.of(AWS_SDK)),
            new PackageRule("json", List.of(), List.of(JACKSON)),
            new PackageRule("catalog", List.of("image", "store", "json"), List.of(JACKSON)),
            new PackageRule(
                    "event",
                    List.of(
                            "json",
                            "store.ObjectId",
                            "batch.Outcome",
                            "batch.Problem",
                            "batch.Reason",
                            "batch.Severity"),
                    List.of(JACKSON)),
            new PackageRule("queue", List.of("batch.Cancellation", "batch.Severity"), List.of(AWS_SDK)),
            new PackageRule(
                    "reprocess", List.of("batch", "store", "catalog", "event", "queue", "json"), List.of(JACKSON)),
            new PackageRule("resize", List.of("batch", "image", "store", "catalog"), List.of()),
            new PackageRule("log", List.of("json"), List.of(JACKSON, SLF4J)),
            new PackageRule("telemetry", List.of("log", "event", "batch"), List.of(JACKSON, SLF4J)),
            new PackageRule(
                    "lambda",
                    List.of(
                            "batch",
                            "image",
                            "image.guard",
                            "image.vips",
                            "image.ward",
                            "store",
                            "event",
                            "queue",
                            "reprocess",
                            "resize",
                            "json",
                            "log",
                            "telemetry",
                            "catalog"),
                    List.of("")));

    /// What a class of this package may depend on.
    DescribedPredicate<JavaClass> allows() {
        return DescribedPredicate.describe("are allowed in " + name, used -> allows(used.getBaseComponentType()));
    }

    private boolean allows(JavaClass used) {
        if (!used.getName().startsWith(HouseRules.BASE + ".")) {
            return used.isPrimitive() || allowsLibrary(used.getPackageName());
        }
        var type = used.getName().substring(HouseRules.BASE.length() + 1);
        var place = type.substring(0, Math.max(0, type.lastIndexOf('.')));
        return place.equals(name)
                || ours.stream().anyMatch(own -> place.equals(own) || type.equals(own) || type.startsWith(own + "$"));
    }

    private boolean allowsLibrary(String place) {
        return Stream.concat(Stream.of("java", "org.jspecify"), libraries.stream())
                .anyMatch(library -> library.isEmpty() || (place + ".").startsWith(library + "."));
    }
}
