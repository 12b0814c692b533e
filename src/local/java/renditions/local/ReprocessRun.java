package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import renditions.batch.Cancellation;
import renditions.event.Item;
import renditions.event.Upload;
import renditions.lambda.ReprocessFunction;
import renditions.local.cloud.LocalContext;
import renditions.local.cloud.LocalQueue;
import renditions.local.report.Run;
import renditions.store.ObjectId;
import renditions.store.Page;

/// A run of scheduled reprocessing: uploads get their renditions, then one rendition is deleted and one upload is
/// replaced without a word, then a tick comes, and what it announces is worked on.
///
/// @param lambda runs both functions
/// @param queue an empty queue
record ReprocessRun(LocalLambda lambda, LocalQueue queue) {
    /// How long the settings have held when the tick comes.
    private static final Duration SETTLED = Duration.ofHours(2);

    /// The content that the last upload gets without a word.
    private static final Path NEWER =
            Scenario.EVENTS.resolve(SixthUpload.FOLDER).resolve(SixthUpload.SECOND);

    /// Runs everything.
    ///
    /// @param told gets what was done, for people
    /// @return the second round: the uploads that the tick announced
    Run of(Scenario.Uploads scenario, String json, Consumer<String> told) throws IOException, InterruptedException {
        var uploads = new QueueRun(lambda, queue);
        uploads.of(scenario, _ -> {}, _ -> {});
        settle();
        var files = new LinkedHashMap<>(scenario.files());
        told.accept("deleted " + delete(files.firstEntry().getKey()));
        told.accept("replaced " + replace(files.lastEntry().getKey()) + ", and lost the message about it");
        files.put(files.lastEntry().getKey(), NEWER);
        told.accept("tick: " + json.replaceAll("\\s+", " ").strip());
        told.accept("its reply: " + tick(json, InstantSource.system()));

        long begin = System.nanoTime();
        var recorder = new Recorder(_ -> {});
        var story = new Story(recorder, _ -> {}, begin);
        uploads.drain(recorder, files.size(), story);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        files.keySet().removeIf(object -> story.items().stream().noneMatch(item -> isOf(item, object)));
        var announced = new Scenario.Uploads(scenario.title(), files, Optional.empty(), scenario.receives());
        var items = lambda.items(recorder, story).of(announced, queue.takeDeadLetters(), Map.of());
        return lambda.run(announced, items, took, story);
    }

    private static boolean isOf(Item.Identity item, ObjectId object) {
        return item.entry() instanceof Upload upload && upload.object().equals(object);
    }

    /// Lets an early sweep note the settings, so that what was just made is not made with others. It looks at no
    /// upload.
    private void settle() throws IOException {
        tick("{\"reprocess\": {\"prefix\": \"none/\"}}", () -> Instant.now().minus(SETTLED));
    }

    private String tick(String json, InstantSource clock) throws IOException {
        var reply = new ByteArrayOutputStream();
        try (var parts = lambda.reprocessing(queue.queue(), clock)) {
            new ReprocessFunction(parts)
                    .handleRequest(
                            new ByteArrayInputStream(json.getBytes(UTF_8)),
                            reply,
                            new LocalContext(LocalLambda.TIMEOUT));
        }
        return reply.toString(UTF_8);
    }

    /// Deletes the first rendition of an upload.
    ///
    /// @return its key
    private String delete(ObjectId upload) {
        var layout = lambda.layout();
        var prefix = layout.renditions() + upload.key() + "/";
        if (!(lambda.store().list(Cancellation.never(), layout.bucket(), prefix, "") instanceof Page page)) {
            throw new IllegalStateException("the embedded S3 does not list " + prefix);
        }
        var rendition = page.entries().getFirst().key();
        lambda.store().delete(Cancellation.never(), new ObjectId(layout.bucket(), rendition));
        return rendition;
    }

    /// Replaces an upload; S3 does not announce it.
    ///
    /// @return its key
    private String replace(ObjectId upload) throws IOException {
        lambda.s3().put(upload.bucket(), upload.key(), Files.readAllBytes(NEWER));
        return upload.key();
    }
}
