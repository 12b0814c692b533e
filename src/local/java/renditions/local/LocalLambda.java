package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import renditions.batch.Outcome;
import renditions.event.Upload;
import renditions.image.Images;
import renditions.image.PixelSize;
import renditions.lambda.Distinct;
import renditions.lambda.Item;
import renditions.lambda.RenditionsFunction;
import renditions.lambda.Settings;
import renditions.lambda.Wiring;
import renditions.local.cloud.LocalContext;
import renditions.local.report.Preview;
import renditions.local.report.Progress;
import renditions.local.report.Run;
import renditions.local.report.RunItem;
import renditions.local.report.RunPicture;
import renditions.local.report.Verdict;
import renditions.resize.Made;
import renditions.store.ObjectId;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The function on one's own machine: an embedded S3 and the very function that Lambda would call.
final class LocalLambda implements AutoCloseable {
    /// What a function's time-out would be; large folders take their time on a laptop.
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private final S3Client client = s3.client();
    private final Settings settings;
    private final Images images;

    /// @param environment settings of the function; where renditions go is decided here
    LocalLambda(Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        variables.putIfAbsent("RENDITIONS_BUCKET", "renditions");
        settings = Settings.of(variables);
        images = Wiring.images(settings);
    }

    /// Uploads the files, calls the function with the event, and gathers what became of it.
    Run run(Scenario scenario, Progress progress) throws IOException {
        s3.createBucket(settings.job().layout().bucket());
        s3.createBucket(WriteUploads.BUCKET);
        scenario.files().forEach(this::upload);
        var recorder = new Recorder(progress);
        var reply = new ByteArrayOutputStream();
        long begin = System.nanoTime();
        try (var wiring = Wiring.of(settings, client, images, recorder)) {
            var event = new ByteArrayInputStream(scenario.event().getBytes(UTF_8));
            new RenditionsFunction(wiring).handleRequest(event, reply, new LocalContext(TIMEOUT));
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var items = new ArrayList<RunItem>();
        for (var item : Distinct.of(scenario.batch()).items()) {
            items.add(item(scenario, item, recorder.ended(item)));
        }
        return new Run(scenario.title(), items, took, reply.toString(UTF_8), images.version());
    }

    private void upload(ObjectId object, Path file) {
        s3.createBucket(object.bucket());
        try {
            client.putObject(request -> request.bucket(object.bucket()).key(object.key()), file);
        } catch (S3Exception refused) {
            // A key that this store does not take: the function will say so of its item.
        }
    }

    private RunItem item(Scenario scenario, Item item, Recorder.Ended ended) throws IOException {
        var file = item.entry() instanceof Upload upload ? scenario.files().get(upload.object()) : null;
        var bytes = file == null ? new byte[0] : Files.readAllBytes(file);
        return new RunItem(
                Recorder.name(item),
                verdict(ended.outcome()),
                why(ended.outcome()),
                size(ended.outcome()),
                bytes.length,
                ended.took(),
                Preview.of(bytes),
                renditions(ended.outcome()));
    }

    private List<RunPicture> renditions(Outcome<Made> outcome) {
        return outcome instanceof Outcome.Done<Made>(var made)
                ? made.renditions().stream().map(this::picture).toList()
                : List.of();
    }

    private RunPicture picture(Made.Rendition rendition) {
        var place = new ObjectId(settings.job().layout().bucket(), rendition.key());
        var bytes = client.getObjectAsBytes(
                        request -> request.bucket(place.bucket()).key(place.key()))
                .asByteArrayUnsafe();
        return new RunPicture(rendition.name(), rendition.format(), rendition.size(), bytes);
    }

    private static Verdict verdict(Outcome<Made> outcome) {
        return switch (outcome) {
            case Outcome.Done<Made> _ -> Verdict.MADE;
            case Outcome.Skipped<Made> _ -> Verdict.SKIPPED;
            case Outcome.Failed<Made> _ -> Verdict.FAILED;
            case Outcome.NotStarted<Made> _, Outcome.NotFinished<Made> _ -> Verdict.UNFINISHED;
        };
    }

    private static String why(Outcome<Made> outcome) {
        return switch (outcome) {
            case Outcome.Done<Made> _ -> "";
            case Outcome.Skipped<Made>(var reason) -> reason;
            case Outcome.Failed<Made>(var problem) -> problem.message();
            case Outcome.NotStarted<Made>(var reason) -> reason;
            case Outcome.NotFinished<Made>(var reason) -> reason;
        };
    }

    private static Optional<PixelSize> size(Outcome<Made> outcome) {
        return outcome instanceof Outcome.Done<Made>(var made) ? Optional.of(made.size()) : Optional.empty();
    }

    @Override
    public void close() {
        client.close();
        s3.close();
    }
}
