package renditions.local;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import renditions.catalog.KeyLayout;
import renditions.lambda.Engines;
import renditions.lambda.ReprocessSettings;
import renditions.lambda.Reprocessing;
import renditions.lambda.Settings;
import renditions.lambda.Wiring;
import renditions.local.cloud.UploadQueue;
import renditions.local.report.Run;
import renditions.local.report.RunItem;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.S3Clients;
import renditions.store.S3ObjectStore;
import software.amazon.awssdk.services.s3.S3Client;

/// The parts of the function on your own machine: its settings, the image engine, and an embedded S3 with the
/// buckets of uploads and renditions.
final class LocalLambda implements AutoCloseable {
    /// The function's time-out. It is long, because large folders take long on a laptop.
    static final Duration TIMEOUT = Duration.ofMinutes(15);

    /// A request may be held back while another batch runs, so a silent connection is never given up.
    private static final S3Clients.Pace PATIENT =
            new S3Clients.Pace(TIMEOUT, S3Clients.Pace.USUAL.pause(), S3Clients.Pace.USUAL.calmer());

    private final Map<String, String> variables;
    private final Settings settings;
    private final Engines engines;
    private final EmbeddedS3 s3;
    private final AskedFor asked = new AskedFor();
    private final S3Client client;

    /// @param environment settings of the function; this class sets the renditions bucket
    LocalLambda(Map<String, String> environment) {
        variables = new HashMap<>(environment);
        variables.putIfAbsent("RENDITIONS_BUCKET", "renditions");
        settings = Settings.of(variables);
        engines = Engines.load(settings);
        s3 = EmbeddedS3.start();
        client = LocalAccess.client(s3.endpoint(), PATIENT, asked);
        s3.createBucket(bucket());
        s3.createBucket(WriteUploads.BUCKET);
    }

    /// The wiring of the handler that Lambda would call.
    ///
    /// @param recorder follows its items and gets its records
    /// @return owned by the caller, who closes it
    Wiring wiring(Recorder recorder) {
        return Wiring.of(settings, client, engines, recorder).recordedBy(recorder);
    }

    /// Scheduled reprocessing with its S3.
    ///
    /// @param clock as in [renditions.reprocess.Sweep]
    /// @return owned by the caller, who closes it
    Reprocessing reprocessing(UploadQueue queue, InstantSource clock) {
        var all = new HashMap<>(variables);
        all.put("UPLOADS_BUCKET", WriteUploads.BUCKET);
        all.put("UPLOADS_QUEUE_URL", queue.url());
        all.put("DEAD_LETTER_QUEUE_ARN", queue.deadLetterArn());
        return Reprocessing.of(ReprocessSettings.of(all), client, queue.sqs(), clock, (_, _) -> {});
    }

    /// Its S3 as the function sees it.
    ObjectStore store() {
        return new S3ObjectStore(client);
    }

    EmbeddedS3 s3() {
        return s3;
    }

    /// Uploads files to its S3.
    Uploading uploading() {
        return new Uploading(s3, client);
    }

    /// Gathers the results of the items.
    RunItems items(Recorder recorder, Story story) {
        return new RunItems(client, bucket(), recorder, story);
    }

    /// The result of a run.
    Run run(Scenario scenario, List<RunItem> items, Duration took, Story story) {
        return new Run(
                scenario.title(),
                scenario.noun(),
                items,
                took,
                story.receives(),
                engines.usual().version());
    }

    /// Where renditions and manifests go.
    KeyLayout layout() {
        return settings.job().layout();
    }

    /// The largest upload that it downloads, in bytes.
    long mostBytes() {
        return settings.job().maxUploadBytes();
    }

    /// Whether the work on an upload went as far as to S3: it begins with the manifest, which has the same place
    /// for all buckets.
    boolean hasAskedAbout(ObjectId upload) {
        boolean foreign =
                settings.uploadsBucket() != null && !settings.uploadsBucket().equals(upload.bucket());
        return !foreign && asked.contains(layout().manifest(upload));
    }

    /// Looks at what is in its S3 after a run.
    Aftermath aftermath() {
        return new Aftermath(client, layout());
    }

    private String bucket() {
        return layout().bucket();
    }

    @Override
    public void close() {
        client.close();
        s3.close();
    }
}
