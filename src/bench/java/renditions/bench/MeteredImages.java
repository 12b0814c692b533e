package renditions.bench;

import java.lang.foreign.MemorySegment;
import renditions.batch.Cancellation;
import renditions.image.Encoded;
import renditions.image.EngineProfile;
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

/// An engine whose time is metered for one item.
///
/// @param images the engine that does the work
/// @param meter adds the time of every call, also of those on its pictures
record MeteredImages(Images images, Meter meter) implements Images {
    @Override
    public Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits) {
        return meter.timed(() -> images.probe(cancellation, bytes, limits));
    }

    @Override
    public Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size) {
        return metered(meter.timed(() -> images.decode(cancellation, bytes, header, size)));
    }

    @Override
    public EngineProfile profile() {
        return images.profile();
    }

    @Override
    public String version() {
        return images.version();
    }

    private Rendered metered(Rendered rendered) {
        return switch (rendered) {
            case Picture picture -> new MeteredPicture(picture);
            case ImageProblem problem -> problem;
        };
    }

    private final class MeteredPicture implements Picture {
        private final Picture picture; // owned

        MeteredPicture(Picture picture) {
            this.picture = picture;
        }

        @Override
        public PixelSize size() {
            return picture.size();
        }

        @Override
        public Rendered resize(Cancellation cancellation, Geometry geometry) {
            return metered(meter.timed(() -> picture.resize(cancellation, geometry)));
        }

        @Override
        public Encoded encode(Cancellation cancellation, Format format, int quality) {
            return meter.timed(() -> picture.encode(cancellation, format, quality));
        }

        @Override
        public void close() {
            picture.close();
        }
    }
}
