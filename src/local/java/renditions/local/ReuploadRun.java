package renditions.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.event.Item;
import renditions.event.Upload;
import renditions.lambda.RenditionsFunction;
import renditions.local.cloud.LocalQueue;
import renditions.local.cloud.UploadedObject;
import renditions.local.report.Place;
import renditions.local.report.Replacement;
import renditions.store.ObjectId;

/// A run of an upload that is replaced at the worst moment: the first rendition of its first content is about to be
/// stored. That request is held until the batch of the second content was answered, so an old rendition comes to lie
/// over a newer one, and the first batch loses its commit.
///
/// @param lambda runs the function; S3 already announces uploads to the queue
/// @param queue an empty queue
record ReuploadRun(LocalLambda lambda, LocalQueue queue) {
    /// Uploads the first content, and waits until every message about both is deleted or a dead letter.
    Replacement of(Reupload reupload) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var recorder = new Recorder(_ -> {});
        var story = new Story(recorder, _ -> {}, begin);
        var change = new Change(lambda.uploading(), reupload, begin);
        lambda.s3().holdNextPut(lambda.layout().bucket(), renditions(reupload.object()), change::replace);
        lambda.uploading().of(Map.of(reupload.object(), reupload.first()));
        try (var wiring = lambda.wiring(recorder)) {
            queue.drainSideBySide(new RenditionsFunction(wiring), receive -> {
                story.received(receive);
                change.answered();
            });
        }
        return replacement(reupload, recorder, story, change.at(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private String renditions(ObjectId upload) {
        return lambda.layout().renditions() + upload.key() + "/";
    }

    /// The change of the content. The thread of the held request makes it, and waits for an answer: the first one is
    /// the second batch's, because the first batch waits for the held request.
    private record Change(
            Uploading uploading,
            Reupload reupload,
            long begin,
            AtomicReference<@Nullable Duration> done,
            CountDownLatch answer) {
        Change(Uploading uploading, Reupload reupload, long begin) {
            this(uploading, reupload, begin, new AtomicReference<>(), new CountDownLatch(1));
        }

        void replace() {
            done.set(Duration.ofNanos(System.nanoTime() - begin));
            uploading.of(Map.of(reupload.object(), reupload.second()));
            try {
                answer.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        void answered() {
            answer.countDown();
        }

        /// When it was made; empty if no rendition was ever about to be stored.
        Optional<Duration> at() {
            return Optional.ofNullable(done.get());
        }
    }

    private Replacement replacement(
            Reupload reupload, Recorder recorder, Story story, Optional<Duration> at, Duration took)
            throws IOException {
        var dead = queue.takeDeadLetters();
        var items = lambda.items(recorder, story);
        var first = content(items, item(story, reupload.first()), reupload.first(), Duration.ZERO, dead);
        if (at.isEmpty()) {
            return new Replacement(first, Optional.empty(), List.of(), took);
        }
        var newest = item(story, reupload.second());
        var second = content(items, newest, reupload.second(), at.get(), dead);
        var stale = recorder.last(newest).outcome() instanceof Outcome.Done<Made>(var made)
                ? lambda.aftermath().stale(reupload.object(), eTag(reupload.second()), made)
                : List.<String>of();
        return new Replacement(first, Optional.of(second), stale, took);
    }

    private static Replacement.Content content(
            RunItems items, Item.Identity item, Path file, Duration uploaded, Set<String> dead) throws IOException {
        var place = dead.contains(item.delivery()) ? Place.DEAD_LETTERS : Place.DELETED;
        return new Replacement.Content(String.valueOf(file.getFileName()), uploaded, items.of(item, file, place));
    }

    /// The item of a content; every upload was announced, and so received.
    private static Item.Identity item(Story story, Path file) throws IOException {
        var etag = eTag(file);
        return story.items().stream()
                .filter(item -> item.entry() instanceof Upload upload && etag.equals(upload.etag()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("S3 did not announce " + file));
    }

    private static String eTag(Path file) throws IOException {
        return UploadedObject.eTag(Files.readAllBytes(file));
    }
}
