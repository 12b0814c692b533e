package renditions.resize;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import renditions.batch.Cost;
import renditions.catalog.RenditionSet;
import renditions.catalog.Source;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.PixelSize;

/// What uploads are expected to take, learned from those that were worked on; one for the whole process, so that
/// it survives from invocation to invocation. Until something was measured it expects rather too much: about three
/// times what a 2 GHz core took.
///
/// Safe for use by many threads.
public final class CostModel {
    /// For each format the nanoseconds for a pixel of the upload: decoding, shrinking on the way.
    private static final Map<Format, Double> DECODE = Map.of(
            Format.JPEG,
            25.0,
            Format.PNG,
            60.0,
            Format.WEBP,
            50.0,
            Format.GIF,
            60.0,
            Format.TIFF,
            60.0,
            Format.AVIF,
            100.0);

    /// For each format the nanoseconds for a pixel of the rendition.
    private static final Map<Format, Double> ENCODE = Map.of(
            Format.JPEG,
            25.0,
            Format.PNG,
            130.0,
            Format.WEBP,
            100.0,
            Format.GIF,
            200.0,
            Format.TIFF,
            60.0,
            Format.AVIF,
            600.0);

    /// Nanoseconds for a pixel that is resized from.
    private static final double RESIZE = 20.0;

    /// Nanoseconds for a small call of the store.
    private static final double STORE_CALL = 100_000_000;

    /// Nanoseconds for a byte of a download.
    private static final double TRANSFER = 30;

    /// Nanoseconds on the pixel lane for a byte of the upload.
    private static final double PIXELS = 300;

    /// What an upload has whose event does not say.
    private static final long USUAL_BYTES = 4_000_000;

    /// Calls of the store that an item waits for one after the other: manifest, upload, last rendition, manifest.
    private static final int CALLS = 4;

    /// Those of them that come after its header was read.
    private static final int CALLS_AFTER_HEADER = 2;

    /// How many pixels or bytes are a small picture.
    private static final double SMALL = 250_000;

    private final Map<Format, Rate> decode = rates(DECODE);
    private final Map<Format, Rate> encode = rates(ENCODE);
    private final Rate resize = new Rate(RESIZE, SMALL);
    private final Rate storeCall = new Rate(STORE_CALL, 1);
    private final Rate transfer = new Rate(TRANSFER, SMALL);
    private final Rate pixelsForByte = new Rate(PIXELS, SMALL);

    /// What an upload is expected to take before anything but its event is known.
    Cost of(Source source) {
        long bytes = source.size().orElse(USUAL_BYTES);
        return cost(pixelsForByte.of(bytes), storeCall.of(CALLS).plus(transfer.of(bytes)));
    }

    /// What an upload is expected to take from its header on. Learns how much that is for a byte.
    ///
    /// @param bytes the upload's length
    /// @param base the size it is decoded at
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

    /// What one encoding takes at most, as a rule, in nanoseconds.
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

    /// A call of the store whose bytes did not matter.
    void called(long nanos) {
        storeCall.learn(nanos, 1);
    }

    void downloaded(long bytes, long nanos) {
        transfer.learn(nanos, bytes);
    }

    /// Expects nothing worse any more than a new process does. A belief that keeps everything from being started is
    /// never put right by a measurement.
    void doubt() {
        Stream.of(decode.values(), encode.values(), List.of(resize, storeCall, transfer, pixelsForByte))
                .flatMap(Collection::stream)
                .forEach(Rate::doubt);
    }

    private static Cost cost(Estimate pixels, Estimate waiting) {
        return new Cost((long) pixels.nanos(), (long) waiting.nanos(), (long) (pixels.spare() + waiting.spare()));
    }

    private static Map<Format, Rate> rates(Map<Format, Double> beforehand) {
        var rates = new EnumMap<Format, Rate>(Format.class);
        beforehand.forEach((format, nanos) -> rates.put(format, new Rate(nanos, SMALL)));
        return Collections.unmodifiableMap(rates);
    }

    private static Rate of(Map<Format, Rate> rates, Format format) {
        return Objects.requireNonNull(rates.get(format)); // there is one for every format
    }
}
