package renditions.lambda;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import renditions.batch.Cancellation;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.store.S3Clients;
import software.amazon.awssdk.core.exception.SdkException;

/// What happens before Lambda SnapStart takes its snapshot of the initialised process: a small picture goes through
/// the image engine, and S3 is asked for a manifest that is not there. So the classes and native code that an
/// invocation needs are loaded and linked in what is restored.
///
/// Nothing has to be done after a restore, because the clones of a snapshot share no connection, TLS session or random
/// number: the client that asks S3 is closed with its connections and its `SSLContext`, which is that of no other
/// client, and the function's own client has not been used yet. `SecureRandom` mixes bytes of the operating system
/// into each draw, and Lambda renews what those are drawn from. Only `ThreadLocalRandom` begins alike in all clones;
/// the SDK takes from it the jitter of its retries and ids of its attempts, which are no secrets. The idle threads
/// that libvips keeps for some seconds end in the clones as they would here.
///
/// Sources: Lambda developer guide, "Lambda SnapStart runtime hooks" and "Handling uniqueness with Lambda SnapStart".
final class Priming implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger("renditions.priming");

    /// A rendition that this project made of its own `events/uploads/1-mountain-lake.jpg`, 320 pixels wide.
    private static final String PICTURE = "priming.jpg";

    /// Not AVIF: its encoder takes long, and few ask for it.
    private static final List<Format> FORMATS = List.of(Format.JPEG, Format.PNG, Format.WEBP);

    private static final PixelSize SMALL = new PixelSize(64, 40);
    private static final int QUALITY = 80;

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
            makeRenditions(images.get());
            askStore();
            LOG.info("PRIMED");
        } catch (IOException | RuntimeException | LinkageError problem) {
            LOG.warn("NOT_PRIMED the first invocation will take longer", problem);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    private static void makeRenditions(Images engine) throws IOException {
        try (var file = Objects.requireNonNull(Priming.class.getResourceAsStream(PICTURE), PICTURE);
                var arena = Arena.ofShared()) {
            makeRenditions(engine, arena.allocateFrom(ValueLayout.JAVA_BYTE, file.readAllBytes()));
        }
    }

    private static void makeRenditions(Images engine, MemorySegment upload) {
        var never = Cancellation.never();
        var header = made(Header.class, engine.probe(never, upload, ImageLimits.DEFAULT));
        try (var base = made(Picture.class, engine.decode(never, upload, header, header.size()));
                var small = made(Picture.class, base.resize(never, new Geometry(SMALL, SMALL)))) {
            for (var format : FORMATS) {
                made(EncodedPicture.class, small.encode(never, format, QUALITY)).close();
            }
        }
    }

    private static <T> T made(Class<T> wanted, Object result) {
        if (!wanted.isInstance(result)) {
            throw new IllegalStateException("the small picture ended as " + result);
        }
        return wanted.cast(result);
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
}
