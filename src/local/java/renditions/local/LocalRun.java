package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import renditions.event.UnreadableInvocation;
import renditions.image.EngineUnusable;
import renditions.local.report.ContactSheet;
import renditions.local.report.ItemTable;
import renditions.local.report.Progress;
import renditions.local.report.Run;
import renditions.local.report.Terminal;

/// The main job on one's own machine: `make run`.
///
/// Results go to standard output, progress and complaints to standard error. Ends with 0 when the function answered,
/// whatever the answer says; with 2 and one sentence when there was nothing to run.
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

    /// @param arguments none, `--photos <folder>` or `--event <file>`
    public static void main(String[] arguments) throws IOException {
        var console = System.console();
        boolean screen = console != null && console.isTerminal();
        var terminal = Terminal.of(screen, System.getenv(), System.out.charset());
        System.exit(new LocalRun(System.out, System.err, terminal, System.getenv()).run(List.of(arguments)));
    }

    /// @return the exit code
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
        err.printf("%s: %,d uploads, an embedded S3, the function%n", scenario.title(), scenario.files().size());
        try (var lambda = new LocalLambda(environment)) {
            Run run;
            try (var progress = Progress.of(scenario.entries().size(), err, terminal)) {
                run = lambda.run(scenario, progress);
            }
            show(run);
        }
        return 0;
    }

    private void show(Run run) throws IOException {
        new ItemTable(terminal).lines(run).forEach(out::println);
        out.println("reply: " + run.reply());
        Files.createDirectories(SHEET.getParent());
        try (var page = Files.newBufferedWriter(SHEET, UTF_8)) {
            ContactSheet.write(run, page);
        }
        out.println("contact sheet: " + SHEET);
    }
}
