package renditions.image.vips;

import renditions.image.PixelSize;

/// Makes of a stored picture one for screens: of another size, and in sRGB or grey.
///
/// Source: libvips `thumbnail.c`, "Chapter: vipsthumbnail"; `icc_transform.c`.
final class Screen {
    /// `VIPS_FORMAT_USHORT`.
    private static final int UNSIGNED_16 = 2;

    // `VIPS_INTERPRETATION_B_W`, `_GREY16` and `_CMYK`.
    private static final int GREY = 1;
    private static final int GREY_16 = 26;
    private static final int CMYK = 15;

    private Screen() {}

    /// The whole picture at this size, in the orientation in which it is stored.
    ///
    /// If the colour profile is damaged, the conversion fails before any pixel is touched, although the picture is
    /// sound; it is then repeated without the profile.
    static VipsImage of(VipsImage stored, PixelSize size) throws VipsFailure {
        if (!stored.has(VipsImage.PROFILE)) {
            return thumbnail(stored, size, "");
        }
        try {
            return isDeep(stored) ? precise(stored, size) : thumbnail(stored, size, ",output_profile=srgb");
        } catch (VipsFailure damagedProfile) {
            return thumbnail(stored, size, "");
        }
    }

    private static boolean isDeep(VipsImage stored) {
        return stored.number("format", 0) == UNSIGNED_16;
    }

    /// It is turned later, because this operation would make all pixels at once to turn it, where no kill flag
    /// reaches.
    private static VipsImage thumbnail(VipsImage stored, PixelSize size, String more) throws VipsFailure {
        var options = "width=" + size.width() + ",height=" + size.height() + ",size=force,no_rotate=true" + more;
        return stored.changed("thumbnail_image", options);
    }

    /// For samples of more than 8 bits. With `output_profile` lcms would look the colours up in a coarse table;
    /// here it computes each, by way of Lab.
    private static VipsImage precise(VipsImage stored, PixelSize size) throws VipsFailure {
        try (var resized = resized(stored, size);
                var lab = resized.changed("icc_import", "embedded=true,pcs=lab,intent=relative")) {
            return lab.changed("icc_export", "output_profile=srgb,pcs=lab,intent=relative,depth=8");
        }
    }

    /// The colours of transparent pixels must not bleed into visible ones.
    private static VipsImage resized(VipsImage stored, PixelSize size) throws VipsFailure {
        var scales = "scale=" + (double) size.width() / stored.size().width() + ",vscale="
                + (double) size.height() / stored.size().height();
        if (stored.bands() <= colours(stored)) {
            return stored.changed("resize", scales);
        }
        try (var multiplied = stored.changed("premultiply", "");
                var small = multiplied.changed("resize", scales);
                var divided = small.changed("unpremultiply", "")) {
            return divided.changed("cast", "format=ushort");
        }
    }

    private static int colours(VipsImage stored) {
        return switch (stored.number("interpretation", 0)) {
            case GREY, GREY_16 -> 1;
            case CMYK -> 4;
            default -> 3;
        };
    }
}
