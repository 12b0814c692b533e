package renditions.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import renditions.event.DistinctItems;
import renditions.event.UnreadableInvocation;
import renditions.image.EngineUnusable;
import renditions.local.cloud.LocalQueue;
import renditions.local.replay.ReplayLines;
import renditions.local.replay.Runbook;
import renditions.local.report.Narration;
import renditions.local.report.Progress;
import renditions.local.report.Run;
import renditions.local.report.Terminal;
import renditions.local.report.Words;

/// The main job on your own machine: `make run`, and `make replay`.
///
/// Results go to standard output, progress and errors to standard error. The exit code is 0 if the function
/// answered, whatever the answer says; it is 2, after one sentence, if there was nothing to run, or if a message
/// could not be replayed.
public final class LocalRun {
    private static final Path RUNBOOK = Path.of("docs", "runbook.md");
    private static final Path SHEET = Path.of("target", "contact-sheet.html");

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Printout printout;

    /// @param sheet where the contact sheet is written
    LocalRun(PrintStream out, PrintStream err, Terminal terminal, Map<String, String> environment, Path sheet) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.environment = environment;
        printout = new Printout(out, terminal, sheet);
    }

    /// Runs and ends the process.
    ///
    /// @param arguments see [RunOptions#of]
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var terminal = Terminal.of(isScreen(), System.getenv(), System.out.charset());
        System.exit(new LocalRun(System.out, System.err, terminal, System.getenv(), SHEET).run(List.of(arguments)));
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
                case RunOptions.Reprocess reprocess -> run(reprocess);
                case RunOptions.Replay replay -> run(replay);
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
        int files = scenario.files().size();
        try (var queue = LocalQueue.starting(WriteUploads.BUCKET, LocalLambda.TIMEOUT, scenario.receives());
                var lambda = new LocalLambda(environment)) {
            err.printf(
                    "%s: uploading %s to an embedded S3. It announces each to a queue, which delivers it up to %s.%n",
                    scenario.title(), Words.count(files, "file"), Words.count(scenario.receives(), "time"));
            Run run;
            try (var narration = new Narration(files, out, err, terminal)) {
                run = new QueueRun(lambda, queue).of(scenario, narration::settled, narration::received);
            }
            if (scenario.then().isPresent()) {
                err.println("One more upload, which is replaced while its batch runs.");
                run = run.and(new ReuploadRun(lambda, queue).of(scenario.then().get()));
            }
            printout.uploads(run);
        }
        return 0;
    }

    private int run(Scenario.Event scenario) throws IOException {
        int files = scenario.files().size();
        int messages = scenario.invocation().deliveries().size();
        int items = DistinctItems.of(scenario.invocation()).items().size();
        try (var lambda = new LocalLambda(environment)) {
            err.printf(
                    "%s: uploading %s to an embedded S3, then handing %s to the function%n",
                    scenario.title(), Words.count(files, "file"), Words.count(messages, "delivery"));
            Run run;
            try (var progress = Progress.of(Math.max(1, items), scenario.noun(), err, terminal)) {
                run = new EventRun(lambda).of(scenario, progress::settled);
            }
            printout.event(run);
        }
        return 0;
    }

    private int run(RunOptions.Reprocess tick) throws IOException, InterruptedException {
        var scenario = Scenario.of(tick);
        try (var queue = LocalQueue.starting(WriteUploads.BUCKET, LocalLambda.TIMEOUT, scenario.receives());
                var lambda = new LocalLambda(environment)) {
            err.printf(
                    "%s: uploading %s to an embedded S3 and making their renditions. Then some harm is done.%n",
                    scenario.title(), Words.count(scenario.files().size(), "file"));
            var run = new ReprocessRun(lambda, queue).of(scenario, tick.json(), out::println);
            printout.uploads(run);
        }
        return 0;
    }

    private int run(RunOptions.Replay replay) throws IOException {
        int messages = replay.messages().records().size();
        var repeated = replay.messages().repeated();
        try (var lambda = new LocalLambda(environment)) {
            err.printf(
                    "replaying %s of %s%s, with the pictures in %s%n",
                    Words.count(messages, "message"),
                    replay.name(),
                    repeated == 0 ? "" : ", without " + Words.count(repeated, "repetition"),
                    replay.folder());
            var run = new ReplayRun(lambda, (items, noun) -> Progress.of(items, noun, err, terminal));
            var replayed = run.of(replay);
            new ReplayLines(terminal, runbook()).lines(replayed).forEach(out::println);
            long missing =
                    replayed.stream().filter(message -> !message.isWhole()).count();
            return missing == 0
                    ? 0
                    : refuse(Words.count(missing, "message") + " could not be replayed: above is what to do about it.");
        }
    }

    /// The runbook's advice; none where this does not run in the folder of the repository.
    private static Runbook runbook() throws IOException {
        return Files.exists(RUNBOOK) ? Runbook.read(RUNBOOK) : new Runbook(Map.of());
    }
}
