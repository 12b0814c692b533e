package renditions.reprocess;

import java.io.Serial;

/// Ends a sweep before its end. It becomes the ending of the report before it leaves this package; it has no stack
/// trace, because the code is not wrong.
final class Halted extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SweepReport.Ending ending;

    Halted(SweepReport.Ending ending) {
        super(null, null, false, false);
        this.ending = ending;
    }

    SweepReport.Ending ending() {
        return ending;
    }
}
