package renditions.lambda;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Severity;
import renditions.catalog.Made;
import renditions.event.Item;
import renditions.event.Upload;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.image.Placeholder;
import renditions.testing.Latches;

/// Work whose outcome the item's key decides.
///
/// @param never opened at the end of the test
record KeyedWork(CountDownLatch never) {
    private static final Placeholder PLACEHOLDER = new Placeholder("1QcSHQRnh493V4dIh4eXh1h4kJUI", "#ffffff");

    Outcome<Made> of(Cancellation cancellation, Item item) throws InterruptedException {
        var key = ((Upload) item.entry()).object().key();
        return switch (key.substring(0, key.indexOf('/'))) {
            case "done" -> new Outcome.Done<>(new Made(Format.JPEG, new PixelSize(1, 1), PLACEHOLDER, List.of()));
            case "skip" -> new Outcome.Skipped<>("for the test");
            case "fail" -> new Outcome.Failed<>(Problem.of("TEST", "for the test", Severity.PERMANENT));
            case "stall" -> {
                try (var _ = cancellation.interrupting()) {
                    never.await();
                }
                throw new AssertionError("nobody told it to stop");
            }
            case "ignore" -> {
                Latches.awaitWhateverComes(never);
                throw new AssertionError("too late");
            }
            default -> throw new IllegalStateException(key);
        };
    }
}
