package renditions.local.sam;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import renditions.event.Delivery;
import renditions.event.UnreadableInvocation;
import renditions.local.LocalAccess;
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
    private static final Path TEMPLATE = Path.of("template.yaml");

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Duration patience;

    /// @param patience how long to wait until a LocalStack answers
    SamLocal(PrintStream out, PrintStream err, Terminal terminal, Map<String, String> environment, Duration patience) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.environment = environment;
        this.patience = patience;
    }

    /// Runs and ends the process.
    ///
    /// @param arguments any of `--event <file>` and `--localstack <name of a container that runs>`
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var terminal = Terminal.of(false, System.getenv(), System.out.charset());
        System.exit(new SamLocal(System.out, System.err, terminal, System.getenv(), LocalStack.START)
                .run(List.of(arguments)));
    }

    /// Runs what the arguments ask for and returns the exit code.
    int run(List<String> arguments) throws IOException, InterruptedException {
        try {
            var options = SamOptions.of(arguments);
            return run(options, Scenario.of(options.event()));
        } catch (Refused | UnreadableInvocation refused) {
            err.println(refused.getMessage());
            return 2;
        }
    }

    private int run(SamOptions options, Scenario.Event scenario) throws Refused, IOException, InterruptedException {
        err.println("looking for SAM CLI and Docker");
        var sam = SamCli.found(session());
        var docker = Docker.running();
        var function = SamFunction.of(docker.architecture(), TEMPLATE);
        docker.need(function.image(), err);
        try (var localStack = localStack(options.localStack(), docker);
                var s3 = new UploadedScenario(localStack.client())) {
            s3.await(patience, err);
            s3.upload(scenario, err);
            function.writeEnvironment(localStack);
            err.println("invoking the function of " + function.zip());
            var invoked = sam.run(function.invocation(options.event().file(), localStack), err);
            return tell(scenario, invoked, s3);
        } catch (SdkClientException silent) {
            throw new Refused("LocalStack does not answer: " + silent.getMessage());
        }
    }

    private LocalStack localStack(@Nullable String container, Docker docker) throws Refused, InterruptedException {
        return container == null ? LocalStack.started(docker, err) : LocalStack.running(docker, container);
    }

    /// The environment of `sam`: that of this process, so that it can hold settings of the function, but with keys
    /// that are valid nowhere else.
    private Map<String, String> session() {
        var session = new HashMap<>(environment);
        session.putIfAbsent("CORRUPT", "retry"); // so the reply names the corrupt upload
        session.keySet().removeAll(List.of("AWS_PROFILE", "AWS_SESSION_TOKEN"));
        session.putAll(LocalAccess.variables());
        session.put("SAM_CLI_TELEMETRY", "0");
        return session;
    }

    private int tell(Scenario.Event scenario, SamCli.Invoked invoked, UploadedScenario s3) {
        var batch =
                scenario.invocation().deliveries().stream().map(Delivery::id).toList();
        var reply = SamReply.read(invoked, batch);
        if (!reply.flaw().isEmpty()) {
            err.println("No answer: " + reply.flaw() + ". Nothing is acknowledged. What to do: " + Advice.INVOCATIONS
                    + ".");
            return 1;
        }
        var redelivered = reply.redelivered(batch);
        out.println("reply: " + reply.text());
        s3.renditions().lines(scenario.invocation(), terminal.unicode()).forEach(out::println);
        out.println("not acknowledged: " + Words.messages(redelivered, batch.size()));
        if (!redelivered.isEmpty()) {
            out.println("why: the log above; what to do about a code in it: " + Advice.ITEMS);
        }
        return 0;
    }
}
