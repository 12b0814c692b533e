package renditions.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The TCP sockets that a process holds at this moment, read from Linux (`man 5 proc`).
final class OpenSockets {
    private OpenSockets() {}

    /// The sockets of a process, one line of `/proc/<pid>/net/tcp` each: addresses, state, and more.
    static List<String> of(long pid) throws IOException {
        var process = Path.of("/proc", Long.toString(pid));
        var inodes = inodes(process.resolve("fd"));
        return Stream.concat(
                        Files.readAllLines(process.resolve("net/tcp")).stream(),
                        Files.readAllLines(process.resolve("net/tcp6")).stream())
                .filter(line -> inodes.contains(line.strip().split(" +", -1)[9]))
                .toList();
    }

    private static Set<String> inodes(Path descriptors) throws IOException {
        try (var files = Files.list(descriptors)) {
            return files.map(OpenSockets::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
