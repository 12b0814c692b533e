package renditions.resize;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
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
    private static final double SMALL = 250_000;

    private final Map<Format, Rate> decode;
    private final Map<Format, Rate> encode;
    private final Rate resize;
    private final Rate storeCall = new Rate(STORE_CALL, 1);
    private final Rate transfer = new Rate(TRANSFER, SMALL);
    private final Rate pixelsForByte = new Rate(PIXELS, SMALL);

    /// @param engine the profile whose guesses count until work was measured
    public CostModel(EngineProfile engine) {
        decode = rates(engine::decodeNanos);
        encode = rates(engine::encodeNanos);
        resize = new Rate(engine.resizeNanos(), SMALL);
    }

    /// The expected cost of an upload of which only the event is known.
    Cost of(Source source) {
        long bytes = source.size().orElse(USUAL_BYTES);
        return cost(pixelsForByte.of(bytes), storeCall.of(CALLS).plus(transfer.of(bytes)));
    }

    /// The expected cost of an upload from its header on. Also learns how much that is for each byte.
    ///
    /// @param bytes the upload's length
    /// @param base the size that it is decoded at
    Cost fromHeader(Header header, long bytes, PixelSize base, RenditionSet set) {
        var pixels = of(decode, header.format()).of(header.size().pixels());
        for (var spec : set.specs()) {
            long cut = spec.geometry(header.size()).cut().pixels();
            pixels = pixels.plus(resize.of(base.pixels()));
            for (var format : spec.formats()) {
                pixels = pixels.plus(of(encode, format).of(cut));
            }
        }
        pixelsForByte.learn((long) pixels.nanos(), bytes);
        return cost(pixels, storeCall.of(CALLS_AFTER_HEADER));
    }

    /// The careful time of one encoding, in nanoseconds.
    long encoding(Format format, PixelSize size) {
        return (long) of(encode, format).of(size.pixels()).careful();
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

    /// Forgets all that is worse than the first guesses. A prediction that prevents every start would never be
    /// corrected by a measurement.
    void doubt() {
        Stream.of(decode.values(), encode.values(), List.of(resize, storeCall, transfer, pixelsForByte))
                .flatMap(Collection::stream)
                .forEach(Rate::doubt);
    }

    private static Cost cost(Estimate pixels, Estimate waiting) {
        return new Cost((long) pixels.nanos(), (long) waiting.nanos(), (long) (pixels.spare() + waiting.spare()));
    }

    private static Map<Format, Rate> rates(ToDoubleFunction<Format> guess) {
        var rates = new EnumMap<Format, Rate>(Format.class);
        for (var format : Format.values()) {
            rates.put(format, new Rate(guess.applyAsDouble(format), SMALL));
        }
        return Collections.unmodifiableMap(rates);
    }

    private static Rate of(Map<Format, Rate> rates, Format format) {
        return Objects.requireNonNull(rates.get(format)); // there is one for every format
    }
}
