package renditions.resize;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import renditions.batch.Cost;
import renditions.catalog.RenditionSet;
import renditions.catalog.Source;
import renditions.image.EngineProfile;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.PixelSize;

/// The expected cost of uploads, learned from earlier ones. There is one model for the whole process, so that it
/// lasts from invocation to invocation. Until something was measured it uses careful guesses: those of the engine's
/// profile, and its own for the store.
///
/// Safe for use by many threads.
public final class CostModel {
    /// First guess: nanoseconds for a small call of the store.
    private static final double STORE_CALL = 100_000_000;

    /// First guess: nanoseconds for a byte of a download.
    private static final double TRANSFER = 30;

    /// First guess: nanoseconds of a call of the engine, however small the picture.
    private static final double ENGINE_CALL = 1_000_000;

    /// First guess: nanoseconds on the pixel lane for a byte of the upload.
    private static final double PIXELS = 300;

    /// First guess: the length in bytes of an upload whose event does not say.
    private static final long USUAL_BYTES = 4_000_000;

    /// How many calls of the store an item waits for, one after the other: manifest, upload, last rendition,
    /// manifest.
    private static final int CALLS = 4;

    /// How many of these calls come after the header was read.
    private static final int CALLS_AFTER_HEADER = 2;

    /// The size of a small picture, in pixels or bytes.
    private static final double SMALL = 100_000;

    private final Map<Format, Experience> decode;
    private final Map<Format, Experience> encode;
    private final Experience resize;
    private final Experience storeCall = new Experience(0, STORE_CALL, 0);
    private final Experience transfer = new Experience(0, TRANSFER, SMALL);

    /// How long the pixel lane works on an upload, by its bytes: for each format, and for uploads whose key
    /// hints at none.
    private final Map<Format, Experience> pixels = experiences(_ -> PIXELS);

    private final Experience anyPixels = new Experience(ENGINE_CALL, PIXELS, SMALL);

    /// @param engine the profile whose guesses count until work was measured
    public CostModel(EngineProfile engine) {
        decode = experiences(engine::decodeNanos);
        encode = experiences(engine::encodeNanos);
        resize = new Experience(ENGINE_CALL, engine.resizeNanos(), SMALL);
    }

    /// The expected cost of an upload of which only the event is known. The end of its key hints at its format.
    Cost of(Source source) {
        long bytes = source.size().orElse(USUAL_BYTES);
        var known = Format.hinted(source.object().key())
                .map(format -> of(pixels, format))
                .orElse(anyPixels);
        return cost(known.of(bytes), storeCall.of(CALLS).plus(transfer.of(bytes)));
    }

    /// The expected cost of an upload from its header on. Also learns what that means for its bytes.
    ///
    /// @param bytes the upload's length
    /// @param base the size that it is decoded at
    Cost fromHeader(Header header, long bytes, PixelSize base, RenditionSet set) {
        var all = of(decode, header.format()).of(header.size().pixels());
        for (var spec : set.specs()) {
            long made = spec.geometry(header.size()).canvas().pixels();
            all = all.plus(resize.of(Math.max(base.pixels(), made)));
            for (var format : spec.formats()) {
                all = all.plus(of(encode, format).of(made));
            }
        }
        of(pixels, header.format()).learn((long) all.nanos(), bytes);
        anyPixels.learn((long) all.nanos(), bytes);
        return cost(all, storeCall.of(CALLS_AFTER_HEADER));
    }

    /// The careful time of one encoding, in nanoseconds.
    long encoding(Format format, PixelSize size) {
        return (long) of(encode, format).of(size.pixels()).careful();
    }

    /// Forgets what was learned about an encoding that was not begun because of [#encoding], if the first
    /// guess is less. What was learned may be wrong, and an encoding that is never begun would never correct
    /// it.
    void doubtEncoding(Format format, PixelSize size) {
        of(encode, format).doubt(size.pixels());
    }

    void decoded(Header header, long nanos) {
        of(decode, header.format()).learn(nanos, header.size().pixels());
    }

    void resized(PixelSize base, long nanos) {
        resize.learn(nanos, base.pixels());
    }

    void encoded(Format format, PixelSize size, long nanos) {
        of(encode, format).learn(nanos, size.pixels());
    }

    /// Learns from a call of the store whose length in bytes does not matter.
    void called(long nanos) {
        storeCall.learn(nanos, 1);
    }

    void downloaded(long bytes, long nanos) {
        transfer.learn(nanos, bytes);
    }

    private static Cost cost(Estimate pixels, Estimate waiting) {
        return new Cost((long) pixels.nanos(), (long) waiting.nanos(), (long) (pixels.spare() + waiting.spare()));
    }

    private static Map<Format, Experience> experiences(ToDoubleFunction<Format> guess) {
        var all = new EnumMap<Format, Experience>(Format.class);
        for (var format : Format.values()) {
            all.put(format, new Experience(ENGINE_CALL, guess.applyAsDouble(format), SMALL));
        }
        return Collections.unmodifiableMap(all);
    }

    private static Experience of(Map<Format, Experience> all, Format format) {
        return Objects.requireNonNull(all.get(format)); // there is one for every format
    }
}
