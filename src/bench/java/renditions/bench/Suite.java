package renditions.bench;

import java.util.Locale;
import renditions.image.Images;

/// One group of measurements, and the table of their results.
enum Suite {
    /// The cost of the batch engine itself.
    OVERHEAD,
    /// How soon native work ends after it was told to stop.
    CANCEL,
    /// How an overloaded batch spends its time.
    OVERLOAD,
    /// The part of its memory budgets that a batch holds.
    MEMORY;

    /// Measures; takes minutes.
    Table run(Images images) throws Exception {
        return switch (this) {
            case OVERHEAD -> OverheadTable.measured();
            case CANCEL -> CancelTable.measured(images);
            case OVERLOAD -> OverloadTable.measured(images);
            case MEMORY -> MemoryTable.measured(images);
        };
    }

    /// The name for the command line.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Says how to measure this again.
    String repeat() {
        return "Repeat: `make bench BENCH=" + id() + "`.";
    }

    /// The suite of this name.
    static Suite of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
