package renditions.testing;

import java.io.File;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.testcontainers.DockerClientFactory;

/// Decides about the tests with [NeedsDocker].
final class DockerCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var needs = AnnotationSupport.findAnnotation(context.getElement(), NeedsDocker.class);
        return needs.isEmpty()
                ? ConditionEvaluationResult.enabled("the class was asked already")
                : decide(context.getDisplayName(), missing(needs.get().command(), System.getenv()), System.getenv());
    }

    private static Optional<String> missing(String command, Map<String, String> environment) {
        if (!command.isEmpty() && !onPath(command, environment)) {
            return Optional.of("there is no '" + command + "' on the PATH");
        }
        return DockerClientFactory.instance().isDockerAvailable()
                ? Optional.empty()
                : Optional.of("Docker does not answer");
    }

    private static boolean onPath(String command, Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, command).canExecute());
    }

    /// @param missing what is missing, if anything is
    /// @throws IllegalStateException if something is missing that may not be missing
    static ConditionEvaluationResult decide(String test, Optional<String> missing, Map<String, String> environment) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("Docker is there");
        }
        var reason = test + " is skipped: " + missing.get() + "; REQUIRE_DOCKER=1 makes that a failure";
        if ("1".equals(environment.get("REQUIRE_DOCKER"))) {
            throw new IllegalStateException(test + " must run (REQUIRE_DOCKER=1), but " + missing.get());
        }
        System.err.println(reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
