package renditions.image.colour;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import renditions.image.Format;

/// What a file states about its colours in other words than an ICC profile.
public final class StatedColour {
    private StatedColour() {}

    /// The ICC profile that means what the file states: its numbers become those of sRGB as a browser shows them.
    ///
    /// @param bytes the whole file, of at most 2^31 - 1 bytes; broken ones state nothing
    /// @param profiled whether the file has an ICC profile. A PNG's `cICP` counts more, everything else less.
    /// @param grey whether the decoded picture has a grey channel in place of three colours
    /// @return empty if the file states nothing, or no more than that its colours are sRGB
    public static Optional<byte[]> profile(Format format, MemorySegment bytes, boolean profiled, boolean grey) {
        var space = switch (format) {
            case PNG -> new PngColour(bytes).space(profiled);
            case AVIF -> profiled ? Optional.<ColourSpace>empty() : new HeifColour(bytes).space();
            case JPEG, WEBP, GIF, TIFF -> Optional.<ColourSpace>empty();
        };
        return space.filter(stated -> profiled || !stated.isSrgb(grey)).map(stated -> IccProfile.of(stated, grey));
    }
}
