package renditions.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import renditions.image.Images;

/// The machine of the measurements.
final class Machine {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    /// The machine in one sentence: processor, cores, JDK, image engine.
    static String described(Images images) {
        return "%d cores of %s, JDK %s, %s.".formatted(Cores.count(), cpu(), Runtime.version(), images.version());
    }

    /// The processor's model as Linux names it; elsewhere only the architecture.
    private static String cpu() {
        try (var lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(Machine::architecture);
        } catch (IOException notLinux) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch", "unknown");
    }
}
