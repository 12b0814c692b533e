package renditions.image.guard;

import java.lang.foreign.MemorySegment;
import renditions.batch.Cancellation;
import renditions.image.EngineProfile;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.image.Rendered;

/// An engine behind the guard: it gets to see only files whose structure is within [Limits], without the metadata
/// that nobody reads.
///
/// @param images the engine, which decodes only bytes that were probed here
public record GuardedImages(Images images) implements Images {
    /// Guards the bytes, then lets the engine read the header. Blanks metadata in `bytes`.
    @Override
    public Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits) {
        if (cancellation.isCancelled()) {
            return new ImageProblem.Stopped();
        }
        return Guard.problem(new Upload(bytes), limits)
                .<Probed>map(problem -> problem)
                .orElseGet(() -> within(limits, images.probe(cancellation, bytes, limits)));
    }

    /// What the header tells is checked there: so no second reading of a format can differ from the engine's.
    private static Probed within(ImageLimits limits, Probed probed) {
        return switch (probed) {
            case Header header -> within(limits, header);
            case ImageProblem problem -> problem;
        };
    }

    private static Probed within(ImageLimits limits, Header header) {
        try {
            Excess.sides(header.size().width(), header.size().height());
            Excess.samples(header.storage().samples());
            Excess.check(
                    header.storage().blockPixels(),
                    Limits.TILE_OVERLAP * limits.maxPixels(),
                    "pixels in its tiles",
                    "save it anew with smaller tiles");
            return header;
        } catch (Excess excess) {
            return excess.problem();
        }
    }

    @Override
    public Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size) {
        return images.decode(cancellation, bytes, header, size);
    }

    @Override
    public EngineProfile profile() {
        return images.profile();
    }

    @Override
    public String version() {
        return images.version();
    }
}
