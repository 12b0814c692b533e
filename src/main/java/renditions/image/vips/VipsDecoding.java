package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import renditions.batch.Cancellation;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;
import renditions.image.PixelSize;
import renditions.image.Rendered;

/// Decodes encoded bytes to upright pixels of one size.
///
/// Source: libvips `thumbnail.c`, "Chapter: vipsthumbnail".
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
        try (var stored = open(bytes, header, size);
                var lazy = thumbnail(stored, header, stored.liesOnItsSide() ? size.turned() : size);
                var plain = plain(lazy)) {
            return VipsPicture.of(vips, upright(cancellation, stored, plain));
        } catch (VipsFailure failure) {
            return failure.problem(cancellation, Kind.CORRUPT);
        }
    }

    /// The picture as it is stored, shrunk by its decoder as far as that can.
    ///
    /// The decoder is opened here, not inside the operation that resizes, so that its kill flag can be set: libvips
    /// asks for this flag every few lines of the upload. At the end of the pipeline it asks only once for each row
    /// of tiles, and such a row of a small rendition is many lines of the upload.
    private VipsImage open(MemorySegment bytes, Header header, PixelSize size) throws VipsFailure {
        var loader = vips.loader(bytes).orElseThrow(() -> new VipsFailure("the bytes are not those of the header"));
        var across = (double) header.size().width() / size.width();
        var down = (double) header.size().height() / size.height();
        return vips.open(loader, bytes, loader.shrinking(Math.min(across, down)));
    }

    /// The whole picture at this size, in the orientation in which it is stored.
    ///
    /// It is turned later, because this operation would make all pixels at once to turn it, where no kill flag
    /// reaches. If the colour profile is damaged, the operation fails before any pixel is touched, although the
    /// picture is sound; it is then repeated without the profile.
    private static VipsImage thumbnail(VipsImage stored, Header header, PixelSize size) throws VipsFailure {
        var options = "width=" + size.width() + ",height=" + size.height() + ",size=force,no_rotate=true";
        if (!header.profile()) {
            return thumbnail(stored, options);
        }
        try {
            return thumbnail(stored, options + ",output_profile=srgb");
        } catch (VipsFailure damagedProfile) {
            return thumbnail(stored, options);
        }
    }

    private static VipsImage thumbnail(VipsImage stored, String options) throws VipsFailure {
        try (var thumbnail = stored.operation("thumbnail_image", options)) {
            return thumbnail.image();
        }
    }

    /// The image as 8-bit sRGB or grey, with or without transparency. Only TIFFs with further channels or wider
    /// samples need the conversion.
    private static VipsImage plain(VipsImage image) throws VipsFailure {
        var grey = image.number("interpretation", SRGB) == GREY;
        var bands = Math.min(grey ? 2 : 4, image.bands());
        try (var extract = image.operation("extract_band", "band=0,n=" + bands);
                var known = extract.image();
                var cast = known.operation("cast", "format=uchar")) {
            return cast.image();
        }
    }

    /// The pixels of `plain`, turned by the EXIF orientation of `stored`.
    private static VipsImage upright(Cancellation cancellation, VipsImage stored, VipsImage plain) throws VipsFailure {
        if (stored.orientation() == 1) {
            return plain.inMemory(cancellation, stored);
        }
        try (var lying = plain.inMemory(cancellation, stored);
                var turning = lying.operation("autorot", "");
                var turned = turning.image()) {
            return turned.inMemory(cancellation, lying);
        }
    }
}
