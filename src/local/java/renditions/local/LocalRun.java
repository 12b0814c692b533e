package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import renditions.event.DistinctItems;
import renditions.event.UnreadableInvocation;
import renditions.image.EngineUnusable;
import renditions.local.report.Advice;
import renditions.local.report.ContactSheet;
import renditions.local.report.ItemTable;
import renditions.local.report.Narration;
import renditions.local.report.Progress;
import renditions.local.report.Run;
import renditions.local.report.Terminal;
import renditions.local.report.Whereabouts;
import renditions.local.report.Words;

/// The main job on your own machine: `make run`.
///
/// Results go to standard output, progress and errors to standard error. The exit code is 0 if the function
/// answered, whatever the answer says; it is 2, after one sentence, if there was nothing to run.
public final class LocalRun {
    private static final Path SHEET = Path.of("target", "contact-sheet.html");

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Map<String, String> environment;

    LocalRun(PrintStream out, PrintStream err, Terminal terminal, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.environment = environment;
    }

    /// Runs and ends the process.
    ///
    /// @param arguments see [RunOptions#of]
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var terminal = Terminal.of(isScreen(), System.getenv(), System.out.charset());
        System.exit(new LocalRun(System.out, System.err, terminal, System.getenv()).run(List.of(arguments)));
    }

    // If output is redirected, JDK 25 returns no console, and JDK 22 to 24 return one that says so.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isScreen() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /// Runs what the arguments ask for and returns the exit code.
    int run(List<String> arguments) throws IOException, InterruptedException {
        try {
            return switch (RunOptions.of(arguments)) {
                case RunOptions.Refused(var reason) -> refuse(reason);
                case RunOptions.Five five -> run(Scenario.of(five));
                case RunOptions.Photos photos -> run(Scenario.of(photos));
                case RunOptions.Event event -> run(Scenario.of(event));
            };
        } catch (UnreadableInvocation | EngineUnusable | IllegalArgumentException unusable) {
            return refuse(String.valueOf(unusable.getMessage()));
        }
    }

    private int refuse(String reason) {
        err.println(reason);
        return 2;
    }

    private int run(Scenario.Uploads scenario) throws IOException, InterruptedException {
        try (var queues = LocalQueues.starting();
                var lambda = new LocalLambda(environment)) {
            err.printf(
                    "%s: uploading %s to an embedded S3. It announces each to a queue, which delivers it up to %s.%n",
                    scenario.title(),
                    Words.count(scenario.files().size(), "file"),
                    Words.count(scenario.receives(), "time"));
            Run run;
            try (var narration = new Narration(scenario.files().size(), out, err, terminal)) {
                run = lambda.run(scenario, queues, narration, narration::received);
            }
            table(run);
            new Whereabouts(terminal).lines(run).forEach(out::println);
            Advice.lines(run).forEach(out::println);
            sheet(run);
        }
        return 0;
    }

    private int run(Scenario.Event scenario) throws IOException {
        try (var lambda = new LocalLambda(environment)) {
            int messages = scenario.invocation().deliveries().size();
            err.printf(
                    "%s: uploading %s to an embedded S3, then handing %s to the function%n",
                    scenario.title(), Words.count(scenario.files().size(), "file"), Words.count(messages, "delivery"));
            int items =
                    Math.max(1, DistinctItems.of(scenario.invocation()).items().size());
            Run run;
            try (var progress = Progress.of(items, scenario.noun(), err, terminal)) {
                run = lambda.run(scenario, progress);
            }
            table(run);
            out.println("to be redelivered: "
                    + Words.messages(run.receives().getFirst().unacknowledged(), messages));
            Advice.lines(run).forEach(out::println);
            sheet(run);
        }
        return 0;
    }

    private void table(Run run) {
        new ItemTable(terminal).lines(run).forEach(out::println);
        run.receives().stream().limit(1).forEach(first -> out.println("reply: " + first.reply()));
    }

    private void sheet(Run run) throws IOException {
        Files.createDirectories(SHEET.getParent());
        try (var page = Files.newBufferedWriter(SHEET, UTF_8)) {
            ContactSheet.write(run, page);
        }
        out.println("contact sheet: " + SHEET + " (open it in a browser)");
    }
}
