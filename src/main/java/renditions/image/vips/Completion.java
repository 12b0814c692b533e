package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.colour.StatedColour;

/// Adds to a decoded picture what libvips leaves out: the transparency around a GIF's first frame, and a profile
/// that says what the file states about its colours in other words.
final class Completion {
    /// The bands of colours without transparency.
    private static final int OPAQUE = 3;

    private Completion() {}

    /// The whole picture as it is stored, owned by the caller.
    static VipsImage of(VipsImage stored, MemorySegment bytes, Header header) throws VipsFailure {
        var frame = header.format() == Format.GIF && stored.bands() == OPAQUE
                ? GifFrame.first(bytes).flatMap(first -> first.partOf(stored.size()))
                : Optional.<GifFrame>empty();
        if (frame.isPresent()) {
            return onCanvas(stored, frame.get());
        }
        var profile = profile(stored, bytes, header.format());
        return profile.isPresent() ? stored.withProfile(profile.get()) : stored.copy();
    }

    /// The profile that says what the file states about its colours; empty if its own says it, or nothing does.
    static Optional<byte[]> profile(VipsImage stored, MemorySegment bytes, Format format) {
        return StatedColour.profile(format, bytes, stored.has(VipsImage.PROFILE), stored.bands() < OPAQUE);
    }

    /// The frame of a GIF at its place on a transparent canvas. libvips leaves what is around it black.
    private static VipsImage onCanvas(VipsImage stored, GifFrame frame) throws VipsFailure {
        var canvas = stored.size();
        var area =
                "left=%d,top=%d,width=%d,height=%d".formatted(frame.left(), frame.top(), frame.width(), frame.height());
        var place =
                "x=%d,y=%d,width=%d,height=%d".formatted(frame.left(), frame.top(), canvas.width(), canvas.height());
        try (var cut = stored.cut(area);
                var transparent = cut.changed("addalpha", "")) {
            return transparent.changed("embed", place);
        }
    }
}
