package renditions.image.ward;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a child is started: by the JVM of this process, from the place that this code was loaded from.
///
/// A child gets no variable of this process but the path of shared libraries: neither its credentials nor options for
/// its JVM. It needs no file that it could write to.
///
/// @param command the program and its arguments
record Launch(List<String> command) {
    /// Of the SDK and the libraries in the same folder nothing is on the class path. The JVM's own memory is small and
    /// fixed; it writes no file, and its messages go to standard error, for standard output belongs to the answers.
    private static final List<String> OPTIONS = List.of(
            "-Xmx32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=16m",
            "-XX:CompressedClassSpaceSize=16m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--enable-native-access=ALL-UNNAMED");

    private static final Set<String> KEPT_VARIABLES = Set.of("LD_LIBRARY_PATH");

    /// With an arena for each thread, glibc would keep much of what libvips freed.
    private static final Map<String, String> VARIABLES = Map.of("MALLOC_ARENA_MAX", "2", "LC_ALL", "C.UTF-8");

    Launch {
        command = List.copyOf(command);
    }

    /// A child with libvips.
    ///
    /// @param libvips as for [renditions.image.vips.VipsImages#load]
    /// @param taskRoot as for [renditions.image.vips.VipsImages#load]
    static Launch ofVips(@Nullable String libvips, @Nullable String taskRoot) {
        return of(
                place(Launch.class),
                ChildMain.class,
                List.of(Objects.requireNonNullElse(libvips, ""), Objects.requireNonNullElse(taskRoot, "")));
    }

    static Launch of(String classPath, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        return new Launch(command);
    }

    /// The jar or folder that a class was loaded from.
    static String place(Class<?> loaded) {
        try {
            return Path.of(loaded.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// Starts a child, whose standard streams are pipes.
    ///
    /// @throws IOException if the operating system starts none
    Process start() throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(KEPT_VARIABLES);
        builder.environment().putAll(VARIABLES);
        return builder.start();
    }
}
