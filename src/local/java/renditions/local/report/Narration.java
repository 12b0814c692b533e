package renditions.local.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Shows a run while it goes on: progress until every upload is settled once, then a line for each receive. The
/// lines wait until the progress has ended, because both go to one screen.
public final class Narration implements Progress {
    private final int items;
    private final PrintStream out;
    private final Terminal terminal;
    private final Progress progress;
    private final List<String> waiting = new ArrayList<>(); // guarded by this
    private int settled; // guarded by this
    private boolean told; // guarded by this

    /// @param items how many uploads there are, at least one
    /// @param out takes the lines
    /// @param err shows the progress
    public Narration(int items, PrintStream out, PrintStream err, Terminal terminal) {
        this.items = items;
        this.out = out;
        this.terminal = terminal;
        progress = Progress.of(items, "upload", err, terminal);
    }

    @Override
    public synchronized void settled(String name) {
        settled++;
        progress.settled(name);
    }

    /// Notes that a batch was answered.
    public synchronized void received(RunReceive receive) {
        waiting.add(Harmless.text(receive.sentence(), terminal.unicode()));
        if (settled >= items) {
            tell();
        }
    }

    @Override
    public synchronized void close() {
        tell();
    }

    private void tell() {
        if (!told) {
            told = true;
            progress.close();
        }
        waiting.forEach(out::println);
        waiting.clear();
    }
}
