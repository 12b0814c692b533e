package renditions.image.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import renditions.batch.Cancellation;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;
import renditions.image.PixelSize;
import renditions.image.Rendered;

/// Decodes encoded bytes to upright pixels of one size.
final class VipsDecoding {
    /// `VIPS_INTERPRETATION_B_W`.
    private static final int GREY = 1;
    /// `VIPS_INTERPRETATION_sRGB`.
    private static final int SRGB = 22;

    private final VipsLibrary vips;

    VipsDecoding(VipsLibrary vips) {
        this.vips = vips;
    }

    Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size) {
        if (cancellation.isCancelled()) {
            return new ImageProblem.Stopped();
        }
        vips.errors().forget();
        try (var arena = Arena.ofConfined();
                var stored = open(arena, bytes, header, size);
                var complete = Completion.of(stored, bytes, header);
                var lazy = Screen.of(complete, stored.liesOnItsSide() ? size.turned() : size);
                var plain = plain(lazy)) {
            return VipsPicture.of(vips, whole(header, upright(cancellation, stored, plain)));
        } catch (VipsFailure failure) {
            return failure.problem(cancellation, Kind.CORRUPT);
        }
    }

    /// The picture as it is stored, shrunk by its decoder as far as that can.
    ///
    /// The decoder is opened here, not inside the operation that resizes, so that its kill flag can be set: libvips
    /// asks for this flag every few lines of the upload. At the end of the pipeline it asks only once for each row
    /// of tiles, and such a row of a small rendition is many lines of the upload.
    ///
    /// @param arena for the copy of a JPEG whose end marker is missing, with the marker. That pixels are missing,
    ///     too, is then a warning of the decoder.
    private VipsImage open(Arena arena, MemorySegment bytes, Header header, PixelSize size) throws VipsFailure {
        var loader = vips.loader(bytes).orElseThrow(() -> new VipsFailure("the bytes are not those of the header"));
        boolean ends = header.storage().copyBytes() == 0;
        var options = "access=sequential,fail_on=" + (ends ? "error" : "warning") + loader.page(bytes)
                + (header.storage().shrinks() ? loader.shrinking(factor(header, size)) : "");
        return vips.open(loader, ends ? bytes : JpegEnd.added(arena, bytes), options);
    }

    /// The decoded picture, unless the decoder of a JPEG without its end marker said that data were missing.
    /// libvips fails at such a warning only if it decodes further lines afterwards, so of the last lines only the
    /// text tells.
    ///
    /// Race with a picture on another thread, which may take the text or leave its own: then missing pixels at the
    /// very end are made grey, or the picture is refused. Both need two damaged JPEGs at the same moment.
    private VipsImage whole(Header header, VipsImage decoded) throws VipsFailure {
        try {
            var text = header.storage().copyBytes() > 0 ? vips.errors().take() : "";
            if (text.contains(JpegEnd.PREMATURE)) {
                throw new VipsFailure(text);
            }
            return decoded;
        } catch (Throwable thrown) {
            decoded.close();
            throw thrown;
        }
    }

    private static double factor(Header header, PixelSize size) {
        var across = (double) header.size().width() / size.width();
        var down = (double) header.size().height() / size.height();
        return Math.min(across, down);
    }

    /// The image as 8-bit sRGB or grey, with or without transparency. Only TIFFs with further channels or wider
    /// samples need the conversion.
    private static VipsImage plain(VipsImage image) throws VipsFailure {
        var grey = image.number("interpretation", SRGB) == GREY;
        var bands = Math.min(grey ? 2 : 4, image.bands());
        try (var known = image.changed("extract_band", "band=0,n=" + bands)) {
            return known.changed("cast", "format=uchar");
        }
    }

    /// The pixels of `plain`, turned by the EXIF orientation of `stored`.
    private static VipsImage upright(Cancellation cancellation, VipsImage stored, VipsImage plain) throws VipsFailure {
        if (stored.orientation() == 1) {
            return plain.inMemory(cancellation, stored);
        }
        try (var lying = plain.inMemory(cancellation, stored);
                var turned = lying.changed("autorot", "")) {
            return turned.inMemory(cancellation, lying);
        }
    }
}
