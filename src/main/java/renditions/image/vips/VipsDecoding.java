package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import renditions.batch.Cancellation;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.PixelSize;
import renditions.image.Rendered;

/// The way from encoded bytes to upright pixels of one size.
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
        try (var lazy = thumbnail(bytes, header, size);
                var plain = plain(lazy)) {
            return new VipsPicture(vips, upright(cancellation, plain.inMemory(cancellation)));
        } catch (VipsFailure failure) {
            return failure.problem(cancellation, ImageProblem.Corrupt::new);
        }
    }

    /// The whole picture, lying as it is stored, at the size that will be `size` once it is upright.
    ///
    /// The decoder shrinks as far as it can, the rest is resized. Turning is left for later: this operation would
    /// decode all pixels for it at once, where no kill flag reaches. A damaged colour profile makes the operation
    /// fail before any pixel is touched, though the picture is fine: then once more without it.
    private VipsImage thumbnail(MemorySegment bytes, Header header, PixelSize size) throws VipsFailure {
        var options = options(bytes, size);
        if (!header.profile()) {
            return thumbnail(bytes, options);
        }
        try {
            return thumbnail(bytes, options + ",output_profile=srgb");
        } catch (VipsFailure damagedProfile) {
            return thumbnail(bytes, options);
        }
    }

    private VipsImage thumbnail(MemorySegment bytes, String options) throws VipsFailure {
        try (var thumbnail = new VipsOperation(vips, "thumbnail_buffer", options)) {
            return thumbnail.set("buffer", bytes).image();
        }
    }

    /// `fail_on` reaches the decoder only inside the option string; as an option of the operation it is ignored
    /// (libvips issue 5195).
    private String options(MemorySegment bytes, PixelSize size) throws VipsFailure {
        var stored = liesOnItsSide(bytes) ? size.turned() : size;
        return "width=" + stored.width() + ",height=" + stored.height()
                + ",size=force,no_rotate=true,option_string=\"[fail_on=error]\"";
    }

    private boolean liesOnItsSide(MemorySegment bytes) throws VipsFailure {
        var loader = vips.loader(bytes).orElseThrow(() -> new VipsFailure("the bytes are not those of the header"));
        try (var image = vips.open(loader, bytes)) {
            return image.liesOnItsSide();
        }
    }

    /// As 8-bit sRGB or grey, with or without transparency. Only odd TIFFs are not by now: with further channels,
    /// or wider numbers.
    private static VipsImage plain(VipsImage image) throws VipsFailure {
        var grey = image.number("interpretation", SRGB) == GREY;
        var bands = Math.min(grey ? 2 : 4, image.number("bands", 1));
        try (var extract = image.operation("extract_band", "band=0,n=" + bands);
                var known = extract.image();
                var cast = known.operation("cast", "format=uchar")) {
            return cast.image();
        }
    }

    /// Turned as its EXIF orientation says. Takes `image` over.
    private static VipsImage upright(Cancellation cancellation, VipsImage image) throws VipsFailure {
        if (image.orientation() == 1) {
            return image;
        }
        try (image;
                var turning = image.operation("autorot", "");
                var turned = turning.image()) {
            return turned.inMemory(cancellation);
        }
    }
}
