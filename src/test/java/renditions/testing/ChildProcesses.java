package renditions.testing;

import java.util.stream.Stream;

/// The processes that this one has started and that still run.
public final class ChildProcesses {
    private ChildProcesses() {}

    /// Those whose command line has this word. Other tests may have started others.
    public static Stream<ProcessHandle> running(String word) {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(word))
                .filter(ProcessHandle::isAlive);
    }
}
