package renditions.local.report;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/// A bar with the name of the item that was settled last.
final class ProgressBarLine implements Progress {
    private static final int WIDTH = 79; // columns that every terminal has
    private static final int NAME = 30;

    private final ProgressBar bar; // guarded by this
    private final PrintStream out;
    private final Terminal terminal;

    ProgressBarLine(int items, String noun, PrintStream out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
        this.bar = ProgressBar.builder()
                .setTaskName(noun + "s")
                .setInitialMax(items)
                .setStyle(terminal.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setConsumer(new OpenLine(out))
                .hideEta()
                .build();
    }

    @Override
    public synchronized void settled(String name) {
        int[] points =
                Harmless.text(name, terminal.unicode()).codePoints().limit(NAME).toArray();
        bar.setExtraMessage(" " + new String(points, 0, points.length));
        bar.step();
    }

    @Override
    public synchronized void close() {
        bar.close(); // waits for the last drawing of its thread
        out.println();
    }

    /// Draws but never ends the line. The library would end it only if it has drawn before; this class always ends
    /// it.
    private static final class OpenLine extends ConsoleProgressBarConsumer {
        OpenLine(PrintStream out) {
            super(out, WIDTH);
        }

        @Override
        public void close() {}
    }
}
