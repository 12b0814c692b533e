package renditions.local.report;

import java.io.PrintStream;

/// Shows how many items of a run are settled: a bar that is drawn over and over where somebody watches, otherwise a
/// line now and then. Safe for use by many threads at once.
public sealed interface Progress extends AutoCloseable permits Narration, ProgressBarLine, ProgressLines {
    /// The progress of a run that begins now.
    ///
    /// @param items how many there are, at least one
    /// @param noun what one of them is called: `upload`
    /// @param out where it is shown; standard error, so that it never gets between the lines of standard output
    static Progress of(int items, String noun, PrintStream out, Terminal terminal) {
        return terminal.interactive()
                ? new ProgressBarLine(items, noun, out, terminal)
                : new ProgressLines(items, noun, out, terminal);
    }

    /// One more item is settled.
    ///
    /// @param name of the item; hostile
    void settled(String name);

    /// Ends the display; what is written to the same screen afterwards begins on a line of its own.
    @Override
    void close();
}
