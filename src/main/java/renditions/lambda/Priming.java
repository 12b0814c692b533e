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

/// Primes the process before Lambda SnapStart takes its snapshot: a small picture goes the whole way from its event
/// to its renditions, with [PrimingHttp] as S3, and the real S3 is asked for a manifest that does not exist. So the
/// snapshot holds the classes and the native code that an invocation needs, loaded and linked.
///
/// Nothing has to be done after a restore, because the clones of a snapshot share no connection, TLS session or
/// secret random number. The client that asks S3 is closed with its connections and its own `SSLContext`; the
/// function's client has not been used yet. `SecureRandom` mixes bytes of the operating system into each draw, and
/// Lambda renews their source. A plain `Random` gives the same numbers in all clones; the SDK uses it for the ids
/// of its requests and the jitter of its retries. The idle threads that libvips keeps for some seconds end in the
/// clones as usual.
///
/// Sources: Lambda developer guide, "Lambda SnapStart runtime hooks" and "Handling uniqueness with Lambda
/// SnapStart".
final class Priming implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger("renditions.priming");

    private static final Request REQUEST = new Request("priming", "priming", "priming");
    private static final Duration TIME = Duration.ofSeconds(60);

    /// How long the priming waits for S3 if there is no way to it.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Settings settings;
    private final Supplier<Images> images;

    Priming(Settings settings, Supplier<Images> images) {
        this.settings = settings;
        this.images = images;
    }

    /// Registers the priming with the context of checkpoints.
    ///
    /// @return the resource, which the caller must keep, because the context holds it only weakly
    static Resource register(Settings settings) {
        var priming = new Priming(settings, () -> Wiring.images(settings));
        Core.getGlobalContext().register(priming);
        return priming;
    }

    /// A failure is only logged: the function works without priming.
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

    /// Runs an invocation with parts of its own: when it ends, none of its threads is left, and its record is
    /// dropped. Its picture is a rendition of this project's `events/uploads/1-mountain-lake.jpg`.
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

    /// Asks S3. The answer does not matter: the call looks up credentials and an address, and does a TLS handshake.
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

    /// The outcome of the small picture. Set on a thread of the batch, read when the batch has ended.
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
