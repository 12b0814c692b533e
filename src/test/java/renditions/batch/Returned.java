package renditions.batch;

import java.util.List;
import java.util.stream.Stream;

/// What lanes have lent to items, for tests of other packages.
public final class Returned {
    private Returned() {}

    /// What is still lent of all that these lanes lend, in words.
    ///
    /// @param permits how many items may be in flight
    public static List<String> open(Lanes lanes, int permits) {
        return Stream.of(
                        (permits - lanes.permits().free()) + " permits",
                        lanes.pixels().items() + " loads",
                        lanes.watchdog().watches() + " watches",
                        lanes.writtenOff() + " written off")
                .filter(words -> !words.startsWith("0 "))
                .toList();
    }
}
