package renditions.local.report;

import java.io.PrintStream;
import java.util.Locale;

/// A line for each tenth of the items, at most ten in all.
final class ProgressLines implements Progress {
    private static final int LINES = 10;

    private final int items;
    private final String noun;
    private final PrintStream out;
    private final Terminal terminal;
    private int settled; // guarded by this

    ProgressLines(int items, String noun, PrintStream out, Terminal terminal) {
        this.items = items;
        this.noun = noun;
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void settled(String name) {
        long before = (long) settled * LINES / items;
        settled++;
        if ((long) settled * LINES / items > before) {
            out.println(String.format(Locale.ROOT, "%,d of %s, last ", settled, Words.count(items, noun))
                    + Harmless.text(name, terminal.unicode()));
        }
    }

    @Override
    public void close() {
        // Every line has ended already.
    }
}
