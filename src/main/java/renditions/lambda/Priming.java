package renditions.lambda;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import renditions.batch.Cancellation;
import renditions.event.InvocationReader;
import renditions.image.EncodedPicture;
import renditions.image.Header;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.image.RenditionSpec;
import renditions.store.S3Clients;
import software.amazon.awssdk.core.exception.SdkException;

/// Primes the process before Lambda SnapStart takes its snapshot: an event is read, a small picture becomes the
/// renditions of the settings, and S3 is asked for a manifest that does not exist. So the snapshot holds most of
/// the classes and the native code that an invocation needs, loaded and linked.
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
record Priming(Settings settings, Supplier<Images> images) implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger("renditions.priming");

    private static final Cancellation NEVER = Cancellation.never();

    /// How long the priming waits for S3 if there is no way to it.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// Registers the priming with the context of checkpoints.
    ///
    /// @return the resource, which the caller must keep, because the context holds it only weakly
    static Resource register(Settings settings) {
        var priming = new Priming(settings, () -> Engines.load(settings).usual());
        Core.getGlobalContext().register(priming);
        return priming;
    }

    /// A failure is only logged: the function works without priming.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        try {
            new InvocationReader().read(resource("priming.json"));
            makeRenditions(images.get(), resource("priming.jpg"));
            askStore();
            LOG.info("PRIMED");
        } catch (IOException | RuntimeException | LinkageError problem) {
            LOG.warn("NOT_PRIMED the first invocation will take longer", problem);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    /// The picture is a rendition of this project's `events/uploads/1-mountain-lake.jpg`.
    private static byte[] resource(String name) throws IOException {
        try (var file = Objects.requireNonNull(Priming.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        }
    }

    private void makeRenditions(Images engine, byte[] picture) {
        try (var arena = Arena.ofShared()) {
            var upload = arena.allocateFrom(ValueLayout.JAVA_BYTE, picture);
            var header = made(
                    Header.class, engine.probe(NEVER, upload, settings.job().limits()));
            try (var base = made(Picture.class, engine.decode(NEVER, upload, header, header.size()))) {
                settings.job().renditions().specs().forEach(spec -> makeRendition(base, spec));
            }
        }
    }

    private static void makeRendition(Picture base, RenditionSpec spec) {
        try (var sized = made(Picture.class, base.resize(NEVER, spec.geometry(base.size())))) {
            for (var format : spec.formats()) {
                made(EncodedPicture.class, sized.encode(NEVER, spec.encoding(format)))
                        .close();
            }
        }
    }

    private static <T> T made(Class<T> wanted, Object result) {
        if (!wanted.isInstance(result)) {
            throw new IllegalStateException("the small picture ended as " + result);
        }
        return wanted.cast(result);
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
}
