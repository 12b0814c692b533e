package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import renditions.event.SqsBatch;
import renditions.event.UnreadableInvocation;
import renditions.image.EngineUnusable;
import renditions.local.report.ContactSheet;
import renditions.local.report.ItemTable;
import renditions.local.report.Progress;
import renditions.local.report.Run;
import renditions.local.report.Terminal;

/// The main job on one's own machine: `make run`.
///
/// Results go to standard output, progress and complaints to standard error. Ends with 0 when the function
/// answered, whatever the answer says; with 2 and one sentence when there was nothing to run.
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
    /// @param arguments none, `--photos <folder>` or `--event <file>`
    public static void main(String[] arguments) throws IOException {
        var terminal = Terminal.of(isScreen(), System.getenv(), System.out.charset());
        System.exit(new LocalRun(System.out, System.err, terminal, System.getenv()).run(List.of(arguments)));
    }

    // JDK 25 gives no console where output is redirected, JDK 22 to 24 one that says so.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isScreen() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /// Runs what the arguments ask for and returns the exit code.
    int run(List<String> arguments) throws IOException {
        try {
            return switch (RunOptions.of(arguments)) {
                case RunOptions.Refused(var reason) -> refuse(reason);
                case RunOptions.Five _ -> run(Scenario.five());
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

    private int run(Scenario scenario) throws IOException {
        err.printf(
                "%s: %,d uploads, an embedded S3, the function%n",
                scenario.title(), scenario.files().size());
        try (var lambda = new LocalLambda(environment)) {
            Run run;
            try (var progress =
                    Progress.of(Math.max(1, scenario.batch().entries().size()), err, terminal)) {
                run = lambda.run(scenario, progress);
            }
            show(scenario, run);
        }
        return 0;
    }

    private void show(Scenario scenario, Run run) throws IOException {
        new ItemTable(terminal).lines(run).forEach(out::println);
        out.println("reply: " + run.reply());
        out.println("comes again: " + comesAgain(scenario.batch(), run.reply()));
        Files.createDirectories(SHEET.getParent());
        try (var page = Files.newBufferedWriter(SHEET, UTF_8)) {
            ContactSheet.write(run, page);
        }
        out.println("contact sheet: " + SHEET);
    }

    private static String comesAgain(SqsBatch batch, String reply) {
        var numbers = IntStream.range(0, batch.messages().size())
                .filter(i -> reply.contains("\"" + batch.messages().get(i).id() + "\""))
                .mapToObj(i -> Integer.toString(i + 1))
                .toList();
        return numbers.isEmpty()
                ? "no message"
                : "message " + String.join(", ", numbers) + " of "
                        + batch.messages().size();
    }
}
