package renditions.local.sam;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// SAM CLI, the command `sam`.
///
/// @param program its file
/// @param environment the environment of the command
record SamCli(Path program, Map<String, String> environment) {
    private static final String GET =
            "see 'Installing the AWS SAM CLI' of the AWS documentation, or 'pipx install aws-sam-cli'";
    private static final Pattern VERSION = Pattern.compile("version (\\d+)\\.(\\d+)");

    /// The first release that knows the runtime java25.
    private static final int FIRST_MINOR = 146;

    /// The end of an invocation.
    ///
    /// @param exit the exit code of the command
    /// @param printed its standard output: the function's reply, or its error, as JSON
    record Invoked(int exit, String printed) {}

    /// Finds the command on the PATH of `environment`, and checks its version.
    static SamCli found(Map<String, String> environment) throws Refused, IOException, InterruptedException {
        var program = onPath(environment)
                .orElseThrow(() -> new Refused("SAM CLI is missing, there is no 'sam' on the PATH: " + GET + "."));
        var sam = new SamCli(program, environment);
        var said = sam.run(List.of("--version"), new PrintStream(PrintStream.nullOutputStream()))
                .printed();
        var version = VERSION.matcher(said);
        if (!version.find()) {
            throw new Refused("'" + program + " --version' does not say which version it is: " + GET + ".");
        }
        if (Integer.parseInt(version.group(1)) == 1 && Integer.parseInt(version.group(2)) < FIRST_MINOR) {
            throw new Refused("SAM CLI " + version.group(1) + "." + version.group(2)
                    + " does not know the runtime java25: install 1." + FIRST_MINOR + " or newer, " + GET + ".");
        }
        return sam;
    }

    static Optional<Path> onPath(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "sam"))
                .filter(file -> file.toFile().canExecute() && file.toFile().isFile())
                .findFirst();
    }

    /// Runs the command and waits for its end. The function's own time-out bounds the wait.
    ///
    /// @param heard gets every line of its standard error at once
    Invoked run(List<String> arguments, PrintStream heard) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var ear = Thread.ofVirtual().name("sam").start(() -> lines(process, heard));
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        int exit = process.waitFor();
        ear.join();
        return new Invoked(exit, printed);
    }

    private static void lines(Process process, PrintStream heard) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
            lines.lines().forEach(heard::println);
        } catch (IOException | java.io.UncheckedIOException closed) {
            heard.println("sam's standard error ended: " + closed.getMessage());
        }
    }
}
