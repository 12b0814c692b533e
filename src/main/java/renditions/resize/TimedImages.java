package renditions.resize;

import java.lang.foreign.MemorySegment;
import java.util.function.LongConsumer;
import renditions.batch.Cancellation;
import renditions.batch.NanoClock;
import renditions.image.Encoded;
import renditions.image.EncodedPicture;
import renditions.image.Encoding;
import renditions.image.EngineProfile;
import renditions.image.Geometry;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.image.Rendered;
import renditions.image.Thumbnailed;

/// An image engine whose work is timed for the cost model. Work that failed or was cancelled does not train the
/// model: it is not whole, or the process was frozen meanwhile.
record TimedImages(Images images, CostModel costs, NanoClock clock) implements Images {
    @Override
    public Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits) {
        return images.probe(cancellation, bytes, limits);
    }

    @Override
    public Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size) {
        long begin = clock.nanoTime();
        return switch (images.decode(cancellation, bytes, header, size)) {
            case Picture picture -> {
                learn(cancellation, begin, nanos -> costs.decoded(header, nanos));
                yield new TimedPicture(picture);
            }
            case ImageProblem problem -> problem;
        };
    }

    @Override
    public EngineProfile profile() {
        return images.profile();
    }

    @Override
    public String version() {
        return images.version();
    }

    private void learn(Cancellation cancellation, long begin, LongConsumer cost) {
        if (!cancellation.isCancelled()) {
            cost.accept(clock.nanoTime() - begin);
        }
    }

    /// A picture whose work is timed. It owns the engine's picture.
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
            long begin = clock.nanoTime();
            return switch (picture.resize(cancellation, geometry)) {
                case Picture resized -> {
                    learn(cancellation, begin, nanos -> costs.resized(size(), nanos));
                    yield new TimedPicture(resized);
                }
                case ImageProblem problem -> problem;
            };
        }

        @Override
        public Encoded encode(Cancellation cancellation, Encoding encoding) {
            long begin = clock.nanoTime();
            return switch (picture.encode(cancellation, encoding)) {
                case EncodedPicture encoded -> {
                    learn(cancellation, begin, nanos -> costs.encoded(encoding.format(), size(), nanos));
                    yield encoded;
                }
                case ImageProblem problem -> problem;
            };
        }

        /// Not timed: a thumbnail is a small part of the work.
        @Override
        public Thumbnailed thumbnail(Cancellation cancellation) {
            return picture.thumbnail(cancellation);
        }

        @Override
        public void close() {
            picture.close();
        }
    }
}
