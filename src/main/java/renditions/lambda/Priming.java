package renditions.lambda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import renditions.batch.BatchListener;
import renditions.batch.Effort;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.event.Item;
import renditions.image.Images;
import renditions.log.LogLines;
import renditions.store.S3Clients;
import renditions.telemetry.RecordLog;
import renditions.telemetry.Request;
import software.amazon.awssdk.core.exception.SdkException;

/// What happens before Lambda SnapStart takes its snapshot of the initialised process: a small picture goes the whole
/// way from its event to its renditions, with [PrimingHttp] for S3, and S3 itself is asked for a manifest that is not
/// there. So the classes and the native code that an invocation needs are loaded and linked in what is restored.
///
/// Nothing has to be done after a restore, because the clones of a snapshot share no connection, TLS session or secret
/// random number. The client that asks S3 is closed with its connections and its `SSLContext`, which is that of no
/// other client; the function's own client has not been used yet. `SecureRandom` mixes bytes of the operating system
/// into each draw, and Lambda renews what those are drawn from. A plain `Random` does begin alike in all clones; the
/// SDK takes from such the ids of its requests and the jitter of its retries. The idle threads that libvips keeps for
/// some seconds end in the clones as they would here.
///
/// Sources: Lambda developer guide, "Lambda SnapStart runtime hooks" and "Handling uniqueness with Lambda SnapStart".
final class Priming implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger("renditions.priming");

    private static final Request REQUEST = new Request("priming", "priming", "priming");
    private static final Duration TIME = Duration.ofSeconds(60);

    /// How long S3 is waited for where there is no way to it.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Settings settings;
    private final Supplier<Images> images;

    Priming(Settings settings, Supplier<Images> images) {
        this.settings = settings;
        this.images = images;
    }

    /// Has it happen.
    ///
    /// @return kept by the caller: what is only registered is forgotten
    static Resource register(Settings settings) {
        var priming = new Priming(settings, () -> Wiring.images(settings));
        Core.getGlobalContext().register(priming);
        return priming;
    }

    /// Whatever goes wrong, the function can do without.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        try {
            invoke(images.get());
            askStore();
            LOG.info("PRIMED");
        } catch (IOException | RuntimeException | LinkageError problem) {
            LOG.warn("NOT_PRIMED the first invocation will take longer", problem);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    /// An invocation with parts of its own: none of its threads is left when it ends, and its record goes nowhere. Its
    /// picture is a rendition that this project made of its own `events/uploads/1-mountain-lake.jpg`.
    private void invoke(Images engine) throws IOException {
        var picture = resource("priming.jpg");
        var event = new ByteArrayInputStream(resource("priming.json"));
        var ending = new Ending();
        try (var s3 = S3Clients.builder(1)
                        .httpClientBuilder(_ -> new PrimingHttp(picture))
                        .build();
                var nowhere = new LogLines(OutputStream::nullOutputStream);
                var wiring = Wiring.of(settings, s3, engine, ending)
                        .recordedBy(new RecordLog(nowhere, InstantSource.system()))) {
            long begin = wiring.lanes().clock().nanoTime();
            new RenditionsFunction(wiring).answer(REQUEST, begin, TIME, event, OutputStream.nullOutputStream());
        }
        ending.requireMade();
    }

    private static byte[] resource(String name) throws IOException {
        try (var file = Objects.requireNonNull(Priming.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        }
    }

    /// The answer does not matter, nor whether there is one: on the way credentials are found, an address is looked
    /// up, hands are shaken.
    private void askStore() throws IOException {
        var layout = settings.job().layout();
        try (var s3 = S3Clients.builder(1).build();
                var _ = s3.getObject(request -> request.bucket(layout.bucket())
                        .key(layout.manifests() + "priming")
                        .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)))) {
        } catch (SdkException notThere) {
            LOG.debug("S3 said {}", notThere.toString());
        }
    }

    /// How the small picture ended. Told on a thread of the batch, asked for when the batch has ended.
    private static final class Ending implements BatchListener<Item, Made> {
        private final AtomicReference<@Nullable Outcome<Made>> outcome = new AtomicReference<>();

        @Override
        public void settled(Item item, Outcome<Made> told, Effort effort) {
            outcome.set(told);
        }

        void requireMade() {
            if (!(outcome.get() instanceof Outcome.Done)) {
                throw new IllegalStateException("the small picture ended as " + outcome);
            }
        }
    }
}
