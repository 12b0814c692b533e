package renditions.resize;

import java.lang.foreign.MemorySegment;
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

/// An image engine whose work is timed. What failed teaches nothing.
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
                costs.decoded(header, clock.nanoTime() - begin);
                yield new TimedPicture(picture);
            }
            case ImageProblem problem -> problem;
        };
    }

    @Override
    public String version() {
        return images.version();
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
            long begin = clock.nanoTime();
            return switch (picture.resize(cancellation, geometry)) {
                case Picture resized -> {
                    costs.resized(picture.size(), clock.nanoTime() - begin);
                    yield new TimedPicture(resized);
                }
                case ImageProblem problem -> problem;
            };
        }

        @Override
        public Encoded encode(Cancellation cancellation, Format format, int quality) {
            long begin = clock.nanoTime();
            var encoded = picture.encode(cancellation, format, quality);
            if (encoded instanceof EncodedPicture) {
                costs.encoded(format, picture.size(), clock.nanoTime() - begin);
            }
            return encoded;
        }

        @Override
        public void close() {
            picture.close();
        }
    }
}
