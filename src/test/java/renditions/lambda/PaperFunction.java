package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import renditions.batch.BatchListener;
import renditions.batch.Cost;
import renditions.batch.Deadline.Margins;
import renditions.batch.FailurePolicy;
import renditions.batch.Lanes;
import renditions.catalog.KeyLayout;
import renditions.catalog.KeyPattern;
import renditions.catalog.RenditionSet;
import renditions.image.ImageLimits;
import renditions.local.cloud.LocalContext;
import renditions.resize.CostModel;
import renditions.resize.JobSettings;
import renditions.resize.JobSettings.CorruptUploads;
import renditions.resize.JobSettings.MissingUploads;
import renditions.resize.Memory;
import renditions.resize.ResizeJob;
import renditions.store.ObjectStore;
import renditions.telemetry.Records;
import renditions.testing.Events;
import renditions.testing.PaperImages;

/// The function with an engine without pixels, and events for it.
final class PaperFunction {
    private PaperFunction() {}

    /// A function under which corrupt uploads fail.
    static RenditionsFunction of(ObjectStore store, FailurePolicy policy, Lanes lanes) {
        return of(store, policy, CorruptUploads.RETRY, lanes);
    }

    static RenditionsFunction of(ObjectStore store, FailurePolicy policy, CorruptUploads corrupt, Lanes lanes) {
        var settings = new JobSettings(
                RenditionSet.parse(RenditionSet.DEFAULT),
                new KeyLayout.Stable("out", "renditions/", "manifests/", "quarantine/"),
                ImageLimits.DEFAULT,
                1_000,
                "no-cache",
                MissingUploads.FAIL,
                corrupt,
                true);
        var memory = Memory.of(1_000_000_000);
        var images = new PaperImages();
        var costs = new CostModel(images.profile());
        var job = new ResizeJob(store, images, lanes, memory, costs, settings, InstantSource.system());
        var margins = new Margins(Duration.ofMillis(50), Duration.ofMillis(50));
        return new RenditionsFunction(new Wiring(
                lanes,
                margins,
                policy,
                new ItemWork(job, KeyPattern.EVERYTHING, null),
                _ -> Cost.NONE,
                new BatchListener<>() {},
                memory,
                Records.NONE,
                () -> {},
                Engines.Usage.NONE,
                ProcessEnd.NEVER));
    }

    /// The function's reply.
    static String invoke(RenditionsFunction function, String event, Duration time) throws IOException {
        var reply = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), reply, new LocalContext(time));
        return reply.toString(UTF_8);
    }

    static String batch(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(PaperFunction::upload)
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    static String upload(int number) {
        return message("m" + number, Events.created(number + ".jpg"));
    }

    static String message(String id, String body) {
        return Events.sqsRecord(id, body).toString();
    }
}
