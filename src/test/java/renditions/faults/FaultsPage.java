package renditions.faults;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.faults.Trial.Result;

/// The page of what the trials ended in.
final class FaultsPage {
    private static final String BEGINNING = """
            # When S3 fails

            This page says for each fault of S3 and each call how the work on an upload ends. `S3FaultsTest` plays all of them, makes this page of what it sees, and fails if the page says something else. To make the page again: `make soak TESTS=S3FaultsTest`, then `cp target/faults.md docs/faults.md`.

            In each trial the renditions of an older content exist, and the upload was replaced; for "report PUT" by one that is no picture, with `CORRUPT=quarantine`. For the last two calls it was removed. The work on that event meets the fault. For "rendition HEAD" the message was received before. "After 3" means that the call was made three times within the invocation, with growing pauses. The answer to a HEAD has no body, so S3 says only its status. The test also checks:

            - Nothing is half published. While the fault lasts, the manifest is the old one, and each rendition is whole.
            - Where the call is tried again, a fault that occurs once goes unnoticed: the work is done in the same invocation.
            - When the fault is over and the message is redelivered, the upload is done or quarantined, or its renditions are removed.

            The [README](../README.md#outcomes) says what happens to the message, the [runbook](runbook.md#dead-letters) what to do.

            """;
    private static final String MESSAGES = """

            ## Messages

            What the log says if the download of an upload fails. The messages have S3's own words, cut to 600 characters and without control characters. They name the permission that S3 names, and guess it if S3 gives no reason. A critical problem is one that every other upload would meet too; it ends the batch under `STOP_ON_CRITICAL`.

            """;

    private FaultsPage() {}

    /// A fault at a call.
    record Cell(Fault fault, FaultyCall call) {}

    /// @param results of all cells; a call that cannot fail like that has none
    static String of(Map<Cell, Result> results) {
        var calls = List.of(FaultyCall.values());
        var head = Stream.concat(Stream.of("Fault"), calls.stream().map(FaultyCall::title));
        var rows = Fault.ALL.stream()
                .map(fault -> row(Stream.concat(
                        Stream.of(fault.title()),
                        calls.stream().map(call -> ending(results.get(new Cell(fault, call)))))));
        return BEGINNING + table(head, calls.size() + 1, rows) + MESSAGES + messages(results);
    }

    private static String messages(Map<Cell, Result> results) {
        var rows = Fault.ALL.stream()
                .filter(Fault::isAnAnswer)
                .map(fault -> message(fault, results.get(new Cell(fault, FaultyCall.READ_UPLOAD))));
        return table(Stream.of("Fault", "Problem", "Message"), 3, rows);
    }

    /// A row, or nothing for a call that did not fail.
    private static String message(Fault fault, @Nullable Result result) {
        return result != null && result.outcome() instanceof Outcome.Failed<Made>(var problem)
                ? row(Stream.of(
                        fault.title(),
                        problem.severity().name().toLowerCase(Locale.ROOT),
                        problem.message().replaceAll("/uploads/[^/]+/", "/uploads/")))
                : "";
    }

    private static String ending(@Nullable Result result) {
        return result == null ? "–" : result.cell();
    }

    private static String table(Stream<String> head, int columns, Stream<String> rows) {
        var line = "|" + "---|".repeat(columns) + "\n";
        return row(head) + line + rows.collect(Collectors.joining());
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
