package renditions.runtime;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import renditions.testing.Call;

/// Describes an invocation, for people who look for the cause of a violation.
final class Account {
    private Account() {}

    /// @param calls all calls between the function and S3
    static String of(Staging.Performance performance, List<Call> calls) {
        var invocation = performance.verdict().invocation();
        long end = invocation.status().at();
        var head = Stream.of(
                performance.plan().toString(),
                "due after %s, ended after %s: %s"
                        .formatted(millis(invocation, invocation.due()), millis(invocation, end), invocation.status()),
                "the machine kept it waiting for %d ms of the last %d"
                        .formatted(
                                invocation.machine().kept(end - Environment.LAST_MOMENTS.toNanos(), end) / 1_000_000,
                                Environment.LAST_MOMENTS.toMillis()));
        var violations = performance.verdict().violations().stream().map(violation -> "VIOLATION " + violation);
        var lines = calls.stream()
                .filter(call -> performance.batch().stream()
                        .anyMatch(message -> call.path().contains(message.id() + "/")))
                .map(call -> line(invocation, call));
        return Stream.of(head, violations, lines).flatMap(part -> part).collect(Collectors.joining("\n  "));
    }

    private static String line(Invocation invocation, Call call) {
        var end = call.end();
        return "%s %s from %s %s"
                .formatted(
                        call.method(),
                        call.path(),
                        millis(invocation, call.begun()),
                        end == null
                                ? "without an end"
                                : "to %s, status %d, told %s"
                                        .formatted(
                                                millis(invocation, end.done()),
                                                end.status(),
                                                end.told() == null ? "never" : millis(invocation, end.told())));
    }

    private static String millis(Invocation invocation, long moment) {
        return "%,.1f ms".formatted((moment - invocation.begun()) / 1e6);
    }
}
