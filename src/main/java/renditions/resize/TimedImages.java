package renditions.resize;

import java.lang.foreign.MemorySegment;
import java.util.function.LongConsumer;
import renditions.batch.Cancellation;
import renditions.batch.NanoClock;
import renditions.image.Encoded;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.image.Rendered;

/// An image engine whose work is timed. What failed teaches nothing, and what outlasted its time neither: the
/// process may have been frozen meanwhile.
record TimedImages(Images images, CostModel costs, NanoClock clock) implements Images {
    @Override
    public Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits) {
        return images.probe(cancellation, bytes, limits);
    }

    @Override
    public Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size) {
        LongConsumer cost = nanos -> costs.decoded(header, nanos);
        long begin = clock.nanoTime();
        return switch (images.decode(cancellation, bytes, header, size)) {
            case Picture picture -> timed(cancellation, begin, picture, cost);
            case ImageProblem problem -> problem;
        };
    }

    @Override
    public String version() {
        return images.version();
    }

    // Takes the picture over: where there is no memory for the rest, it is closed.
    private Picture timed(Cancellation cancellation, long begin, Picture picture, LongConsumer cost) {
        learn(cancellation, begin, cost);
        try {
            return new TimedPicture(picture);
        } catch (Throwable thrown) {
            picture.close();
            throw thrown;
        }
    }

    // What there is no memory to learn with is not learned; what was made is not lost with it.
    private void learn(Cancellation cancellation, long begin, LongConsumer cost) {
        try {
            if (!cancellation.isCancelled()) {
                cost.accept(clock.nanoTime() - begin);
            }
        } catch (OutOfMemoryError ignored) {
            // The next one teaches as much.
        }
    }

    /// A picture whose work is timed, which it owns.
    private final class TimedPicture implements Picture {
        private final Picture picture;

        TimedPicture(Picture picture) {
            this.picture = picture;
        }

        @Override
        public PixelSize size() {
            return picture.size();
        }

        @Override
        public Rendered resize(Cancellation cancellation, Geometry geometry) {
            LongConsumer cost = nanos -> costs.resized(size(), nanos);
            long begin = clock.nanoTime();
            return switch (picture.resize(cancellation, geometry)) {
                case Picture resized -> timed(cancellation, begin, resized, cost);
                case ImageProblem problem -> problem;
            };
        }

        @Override
        public Encoded encode(Cancellation cancellation, Format format, int quality) {
            LongConsumer cost = nanos -> costs.encoded(format, size(), nanos);
            long begin = clock.nanoTime();
            var encoded = picture.encode(cancellation, format, quality);
            if (encoded instanceof EncodedPicture) {
                learn(cancellation, begin, cost);
            }
            return encoded;
        }

        @Override
        public void close() {
            picture.close();
        }
    }
}
