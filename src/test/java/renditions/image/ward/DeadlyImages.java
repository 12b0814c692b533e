package renditions.image.ward;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import renditions.batch.Cancellation;
import renditions.image.EngineProfile;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.Images;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.image.Rendered;
import renditions.testing.Latches;

/// An engine that some pictures harm: they end its process, or keep a thread of it for ever. Such a picture is a sound
/// one with a word behind its end.
public final class DeadlyImages implements Images {
    /// The most bytes of a picture in a child.
    private static final long MEMORY = 500_000_000;

    private final Images engine;

    public DeadlyImages(Images engine) {
        this.engine = engine;
    }

    /// What a picture does when it is decoded.
    public enum Harm {
        KILLS,
        HANGS;

        private byte[] word() {
            return ("~" + name()).getBytes(US_ASCII);
        }

        /// This picture, made harmful.
        public byte[] in(byte[] picture) {
            var harmful = new ByteArrayOutputStream();
            harmful.writeBytes(picture);
            harmful.writeBytes(word());
            return harmful.toByteArray();
        }

        private boolean isIn(MemorySegment bytes) {
            var word = MemorySegment.ofArray(word());
            long from = bytes.byteSize() - word.byteSize();
            return from >= 0 && bytes.asSlice(from).mismatch(word) == -1;
        }
    }

    /// A ward over `engine`, whose children have this engine, too.
    ///
    /// @param libvips of the children
    public static WardedImages ward(Images engine, String libvips, Duration stuck, Consumer<String> log) {
        var classes = Launch.place(DeadlyChild.class) + ":" + Launch.place(Launch.class);
        return new WardedImages(engine, Launch.of(classes, DeadlyChild.class, List.of(libvips)), MEMORY, stuck, log);
    }

    @Override
    public Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits) {
        return engine.probe(cancellation, bytes, limits);
    }

    @Override
    public Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size) {
        if (Harm.KILLS.isIn(bytes)) {
            Runtime.getRuntime().halt(1);
        }
        if (Harm.HANGS.isIn(bytes)) {
            Latches.awaitWhateverComes(new CountDownLatch(1));
        }
        return engine.decode(cancellation, bytes, header, size);
    }

    @Override
    public EngineProfile profile() {
        return engine.profile();
    }

    @Override
    public String version() {
        return engine.version();
    }
}
