package renditions.local.report;

import java.io.PrintStream;

/// Shows how many items of a run are settled: as a bar on an interactive terminal, otherwise as a line now and
/// then. Safe for use by many threads at once.
public sealed interface Progress extends AutoCloseable permits Narration, ProgressBarLine, ProgressLines {
    /// The progress of a run that begins now.
    ///
    /// @param items how many there are, at least one
    /// @param noun the word for one of them: `upload`
    /// @param out shows it; standard error, so that it never gets between the lines of standard output
    static Progress of(int items, String noun, PrintStream out, Terminal terminal) {
        return terminal.interactive()
                ? new ProgressBarLine(items, noun, out, terminal)
                : new ProgressLines(items, noun, out, terminal);
    }

    /// Notes that one more item is settled.
    ///
    /// @param name the name of the item; hostile
    void settled(String name);

    /// Ends the display; later output on the same screen begins on a new line.
    @Override
    void close();
}
