package renditions.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import renditions.log.JsonLoggers;

/// A process that runs a handler with Lambda's own runtime client, configured like `java25`: with the serial
/// collector and only the first compiler. Its output goes to a file.
final class FunctionProcess implements AutoCloseable {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.";
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JCMD = JAVA.resolveSibling("jcmd");

    /// A small heap, so that garbage collections happen.
    private static final String HEAP = "-Xmx128m";

    private final Process process;

    private FunctionProcess(Process process) {
        this.process = process;
    }

    /// Starts a process.
    ///
    /// @param handler the name of the handler's class
    /// @param variables its whole environment
    /// @param output the file to which its output is appended
    static FunctionProcess start(String handler, Map<String, String> variables, Path output) {
        var command = List.of(
                JAVA.toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", // the client's own
                "-Dslf4j.provider=" + JsonLoggers.class.getName(), // the only one there, on Lambda
                "-Dslf4j.internal.verbosity=WARN",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-D" + CLIENT + "runtimeapi.NativeClient.JNI=" + nativeClient(output.resolveSibling("native")),
                "-cp",
                System.getProperty("java.class.path"),
                CLIENT + "AWSLambda",
                handler);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        try {
            return new FunctionProcess(builder.start());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Completed with the exit code when the process ends.
    CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /// Whether it runs.
    boolean isAlive() {
        return process.isAlive();
    }

    /// Makes it collect its whole heap some tenths of a second from now, which stops all its threads. Does not
    /// wait.
    void collectGarbage() {
        run(JCMD.toString(), Long.toString(pid()), "GC.run");
    }

    /// Freezes the process, as Lambda does after an answer. Returns when it is frozen.
    void freeze() throws InterruptedException {
        run("kill", "-STOP", Long.toString(pid())).waitFor();
    }

    /// Lets the process go on.
    void thaw() throws InterruptedException {
        run("kill", "-CONT", Long.toString(pid())).waitFor();
    }

    /// Kills the process at once, as Lambda does when the time is over. Returns when it has ended.
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    long pid() {
        return process.pid();
    }

    private static Process run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The client unpacks its native half to one fixed file of /tmp, which another process may be running. So it is
    /// unpacked here, once for each folder.
    private static Path nativeClient(Path folder) {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var name = "libaws-lambda-jni.linux-" + machine + ".so";
        var file = folder.resolve(name);
        try (var library = FunctionProcess.class.getResourceAsStream("/jni/" + name)) {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                var whole = Files.createTempFile(folder, "unpacked", null);
                Files.copy(Objects.requireNonNull(library), whole, StandardCopyOption.REPLACE_EXISTING);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file.toAbsolutePath();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
