package renditions.image.colour;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The chunks of a PNG that state its colours.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", sections 4.3 and 11.3.2.
final class PngColour {
    private static final int FIRST = 8;
    private static final int FRAME = 12;

    /// Values of `gAMA` that stand for the curve of sRGB: 45,455 is the one that the specification recommends.
    private static final int SRGB_FROM = 45_000;

    private static final int SRGB_TO = 46_000;

    private final FileBytes png;

    PngColour(MemorySegment png) {
        this.png = new FileBytes(png);
    }

    /// The space that counts: `cICP` before a profile, a profile before `sRGB`, `sRGB` before `gAMA` and `cHRM`.
    ///
    /// @param profiled whether the file has a profile that can be read
    Optional<ColourSpace> space(boolean profiled) {
        long coded = find("cICP");
        if (coded != 0 && png.unsigned8(coded + 2) == 0) {
            return Optional.of(ColourSpace.of(png.unsigned8(coded), png.unsigned8(coded + 1)));
        }
        if (profiled || find("sRGB") != 0) {
            return Optional.empty();
        }
        var transfer = transfer();
        var primaries = primaries();
        return transfer.isEmpty() && primaries.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ColourSpace(primaries.orElse(Primaries.BT_709), transfer.orElse(new Transfer.Srgb())));
    }

    private Optional<Transfer> transfer() {
        long chunk = find("gAMA");
        long gamma = png.unsigned32(chunk);
        if (chunk == 0 || gamma == 0 || gamma > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(
                gamma >= SRGB_FROM && gamma <= SRGB_TO
                        ? new Transfer.Srgb()
                        : new Transfer.Power(Math.clamp(100_000.0 / gamma, 0.01, 100)));
    }

    private Optional<Primaries> primaries() {
        long chunk = find("cHRM");
        if (chunk == 0) {
            return Optional.empty();
        }
        var white = point(chunk);
        var red = point(chunk + 8);
        var green = point(chunk + 16);
        var blue = point(chunk + 24);
        if (white == null || red == null || green == null || blue == null) {
            return Optional.empty();
        }
        return Optional.of(new Primaries(red, green, blue, white))
                .filter(primaries -> primaries.toD50().isFinite());
    }

    private Primaries.@Nullable Point point(long at) {
        long x = png.unsigned32(at);
        long y = png.unsigned32(at + 4);
        return y > 0 && x + y <= 100_000 ? new Primaries.Point(x / 100_000.0, y / 100_000.0) : null;
    }

    /// The content of the first chunk of this type before the pixels; 0 if there is none.
    private long find(String type) {
        for (long at = FIRST; png.holds(at, FRAME) && !png.says(at + 4, "IDAT"); at += FRAME + png.unsigned32(at)) {
            if (png.says(at + 4, type)) {
                return at + 8;
            }
        }
        return 0;
    }
}
