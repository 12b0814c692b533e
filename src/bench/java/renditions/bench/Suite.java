package renditions.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import renditions.image.Images;

/// One group of measurements, and the table of their results.
enum Suite {
    /// The cost of the batch engine itself.
    OVERHEAD {
        @Override
        Table run(Images images) throws Exception {
            return OverheadTable.measured();
        }
    },
    /// How soon native work ends after it was told to stop.
    CANCEL {
        @Override
        Table run(Images images) throws Exception {
            return CancelTable.measured(images);
        }
    },
    /// How an overloaded batch spends its time.
    OVERLOAD {
        @Override
        Table run(Images images) throws Exception {
            return OverloadTable.measured(images);
        }
    },
    /// The part of its memory budgets that a batch holds.
    MEMORY {
        @Override
        Table run(Images images) throws Exception {
            return MemoryTable.measured(images);
        }
    };

    /// Measures; takes minutes.
    abstract Table run(Images images) throws Exception;

    /// The name for the command line.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Says how to measure this again.
    String repeat() {
        return "Repeat: `make bench BENCH=" + id() + "`.";
    }

    /// The suites with these names.
    ///
    /// @throws Unknown for any other name; the message has the known ones
    static List<Suite> of(List<String> ids) {
        return ids.stream().map(Suite::of).toList();
    }

    private static Suite of(String id) {
        return Arrays.stream(values())
                .filter(suite -> suite.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unknown("BENCH is '" + id + "', allowed: "
                        + Arrays.stream(values()).map(Suite::id).collect(Collectors.joining(", "))));
    }

    /// Thrown if there is no suite of that name.
    static final class Unknown extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(message);
        }
    }
}
