package renditions.telemetry;

import java.time.Duration;
import java.time.InstantSource;
import renditions.log.LogLines;

/// Writes records as lines of the log, at every log level, because alarms depend on their metrics.
///
/// An answer waits for its record and for all lines before it, because Lambda freezes the process once the answer
/// has left. It waits no longer than the caller allows.
public final class RecordLog implements Records {
    private final LogLines lines;
    private final InstantSource clock;

    public RecordLog(LogLines lines, InstantSource clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public void keep(InvocationRecord record, Duration patience) {
        lines.write(RecordLine.of(record, clock.instant(), lines.takeLost()), patience);
    }

    /// Writes counts in the same way.
    public void keep(Counts counts, Duration patience) {
        lines.write(counts.line(clock.instant()), patience);
    }
}
