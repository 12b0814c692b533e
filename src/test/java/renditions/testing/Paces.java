package renditions.testing;

import java.time.Duration;
import renditions.store.S3Clients.Pace;

/// How long clients wait in tests.
public final class Paces {
    private static final Duration MOMENT = Duration.ofMillis(1);

    /// Hardly a pause before another attempt.
    public static final Pace QUICK = new Pace(Pace.USUAL.silence(), MOMENT, MOMENT);

    /// The same for clients of an S3 that never answers: short enough to wait for, and long enough for the answers
    /// of a busy machine.
    public static final Pace IMPATIENT = new Pace(Duration.ofSeconds(3), MOMENT, MOMENT);

    /// Pauses of up to hours, which no test waits for.
    public static final Pace PONDEROUS = new Pace(Pace.USUAL.silence(), Duration.ofHours(1), Duration.ofHours(1));

    private Paces() {}
}
