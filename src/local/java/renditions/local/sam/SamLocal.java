package renditions.local.sam;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import renditions.event.UnreadableInvocation;
import renditions.local.RunOptions;
import renditions.local.Scenario;
import renditions.local.report.Advice;
import renditions.local.report.Terminal;
import renditions.local.report.Words;
import software.amazon.awssdk.core.exception.SdkClientException;

/// The packaged function in a container, as on Lambda, with LocalStack's S3: `make sam-local`.
///
/// Results go to standard output; progress, the function's log and errors to standard error. The exit code is 0 if
/// the function answered, whatever the answer says; 1 if it did not; and 2, after one sentence, if there was
/// nothing to run or a tool is missing.
public final class SamLocal {
    private static final Set<String> OPTIONS = Set.of("--event", "--localstack");
    private static final Path TEMPLATE = Path.of("template.yaml");
    private static final Path FIVE = Path.of("events", "five-uploads-third-corrupt.json");

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Map<String, String> environment;

    SamLocal(PrintStream out, PrintStream err, Terminal terminal, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.environment = environment;
    }

    /// Runs and ends the process.
    ///
    /// @param arguments any of `--event <file>` and `--localstack <name of a container that runs>`
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var terminal = Terminal.of(false, System.getenv(), System.out.charset());
        System.exit(new SamLocal(System.out, System.err, terminal, System.getenv()).run(List.of(arguments)));
    }

    /// Runs what the arguments ask for and returns the exit code.
    int run(List<String> arguments) throws IOException, InterruptedException {
        try {
            var given = given(arguments);
            var event = event(given.getOrDefault("--event", FIVE.toString()));
            return run(event, Scenario.of(event), given.get("--localstack"));
        } catch (Refused | UnreadableInvocation refused) {
            err.println(refused.getMessage());
            return 2;
        }
    }

    private static Map<String, String> given(List<String> arguments) throws Refused {
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (!OPTIONS.contains(name) || i + 1 == arguments.size()) {
                throw new Refused("'" + String.join(" ", arguments)
                        + "' is not understood: give --event <file>, --localstack <container> or nothing.");
            }
            given.put(name, arguments.get(i + 1));
        }
        return given;
    }

    private static RunOptions.Event event(String name) throws Refused {
        return switch (RunOptions.of(List.of("--event", name))) {
            case RunOptions.Event event -> event;
            case RunOptions.Refused(var reason) -> throw new Refused(reason);
            case RunOptions.Five _, RunOptions.Photos _ -> throw new IllegalStateException("not what was asked for");
        };
    }

    private int run(RunOptions.Event event, Scenario.Event scenario, @Nullable String container)
            throws Refused, IOException, InterruptedException {
        err.println("looking for SAM CLI and Docker");
        var sam = SamCli.found(session());
        var docker = Docker.running();
        var function = SamFunction.of(docker.architecture(), TEMPLATE);
        docker.need(function.image(), err);
        try (var localStack =
                        container == null ? LocalStack.started(docker, err) : LocalStack.running(docker, container);
                var s3 = new UploadedScenario(localStack.client())) {
            s3.upload(scenario, err);
            function.writeEnvironment(localStack);
            err.println("invoking the function of " + function.zip());
            var invoked = sam.run(function.invocation(event.file(), localStack), err);
            return tell(scenario, Answer.of(invoked, scenario.invocation().deliveries()), s3);
        } catch (SdkClientException silent) {
            throw new Refused("LocalStack does not answer: " + silent.getMessage());
        }
    }

    /// The environment of `sam`: that of this process, so that it can hold settings of the function, but with keys
    /// that are valid nowhere else.
    private Map<String, String> session() {
        var session = new HashMap<>(environment);
        session.keySet().removeAll(List.of("AWS_PROFILE", "AWS_SESSION_TOKEN"));
        session.putAll(LocalStack.session());
        session.put("SAM_CLI_TELEMETRY", "0");
        return session;
    }

    private int tell(Scenario.Event scenario, Answer answer, UploadedScenario s3) {
        int messages = scenario.invocation().deliveries().size();
        return switch (answer) {
            case Answer.None(var reason) -> {
                err.println("No answer: " + reason + ". A queue would redeliver " + Words.count(messages, "message")
                        + ". What to do: " + Advice.INVOCATIONS + ".");
                yield 1;
            }
            case Answer.Reply(var json, var redelivered) -> {
                out.println("reply: " + json);
                s3.renditions().lines(scenario.invocation(), terminal.unicode()).forEach(out::println);
                out.println("to be redelivered: " + Words.messages(redelivered, messages));
                if (!redelivered.isEmpty()) {
                    out.println("why: the log above; what to do about a code in it: " + Advice.ITEMS);
                }
                yield 0;
            }
        };
    }
}
