package renditions.cloud;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import renditions.local.cloud.S3Notification;
import renditions.local.cloud.UploadQueue;
import renditions.testing.PlainPictures;
import renditions.testing.Soak;

/// Many uploads: every seventeenth picture is corrupt, some keys are uploaded again with another picture, and some
/// notifications come twice. Five hundred uploads in full.
///
/// @param buckets the buckets of the test
record ManyUploads(Buckets buckets) {
    private static final int KEYS = Soak.times(110, 440);
    private static final int AGAIN = Soak.times(15, 60);
    private static final int TWICE = Soak.times(20, 50);

    /// Every seventeenth upload is corrupt.
    private static boolean isCorrupt(int i) {
        return i % 17 == 16;
    }

    private static String key(int i) {
        return "in/%03d.png".formatted(i);
    }

    /// Uploads all keys.
    void first() throws Exception {
        inParallel(
                KEYS,
                i -> buckets.upload(
                        key(i), isCorrupt(i) ? PlainPictures.corrupt() : PlainPictures.picture(color(i, 0))));
    }

    /// Uploads some keys again, on which the function may be working, and announces some twice.
    void again(UploadQueue queue) throws Exception {
        inParallel(AGAIN, i -> buckets.upload(key(replaced(i)), PlainPictures.picture(color(replaced(i), 1))));
        inParallel(TWICE, i -> queue.send(notification(key(i)).body()));
    }

    /// The keys of the hopeless messages: a corrupt upload that was announced twice is two dead letters.
    List<String> hopeless() {
        return Stream.of(KEYS, TWICE)
                .flatMap(end ->
                        IntStream.range(0, end).filter(ManyUploads::isCorrupt).mapToObj(ManyUploads::key))
                .toList();
    }

    /// The keys that have renditions in the end, with the number of the last picture that was uploaded there.
    Map<String, Integer> sound() {
        var replaced =
                IntStream.range(0, AGAIN).map(ManyUploads::replaced).boxed().collect(Collectors.toSet());
        return IntStream.range(0, KEYS)
                .filter(i -> !isCorrupt(i))
                .boxed()
                .collect(Collectors.toMap(ManyUploads::key, i -> color(i, replaced.contains(i) ? 1 : 0)));
    }

    /// The keys that are uploaded again: sound ones, spread over all.
    private static int replaced(int i) {
        return 7 * i % 17 == 16 ? 7 * i + 1 : 7 * i;
    }

    private static int color(int i, int time) {
        return i * 1000 + time;
    }

    private S3Notification notification(String key) {
        return new S3Notification(
                buckets.uploads(),
                key,
                // the function takes no more bytes than the event says
                new S3Notification.Content(buckets.size(key), buckets.tag(key)),
                S3Notification.sequencer(1),
                Instant.now(),
                "0123456789ABCDEF",
                "again");
    }

    private static void inParallel(int times, IntConsumer act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> act.accept(i)))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }
    }
}
