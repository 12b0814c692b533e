package renditions.image.vips;

import renditions.batch.Cancellation;
import renditions.image.Colour;
import renditions.image.Geometry;
import renditions.image.PixelSize;

/// Makes a rendition's pixels out of a decoded picture: scales, cuts, sharpens, and places on a canvas.
///
/// @param pixels in memory, 8-bit sRGB or grey, with or without transparency
/// @param size of `pixels`
record Shaping(VipsImage pixels, PixelSize size) {
    /// The longest side of the copy in which a part that is worth seeing is looked for. The search goes over all
    /// pixels again and again.
    private static final int LOOKED_AT = 256;

    /// The most bands of grey.
    private static final int GREY = 2;

    /// The picture in this geometry, in memory. Owned by the caller.
    VipsImage in(Cancellation cancellation, Geometry geometry) throws VipsFailure {
        try (var scaled = scaled(geometry.scaled());
                var cut = cut(cancellation, scaled, geometry);
                var sharp = geometry.sharpen() ? cut.changed("sharpen", "") : cut.copy();
                var placed = placed(sharp, geometry)) {
            return placed.inMemory(cancellation, scaled);
        }
    }

    /// The whole picture at another size, lazy. The colours of transparent pixels must not bleed into visible ones:
    /// `thumbnail_image` prevents that.
    VipsImage scaled(PixelSize to) throws VipsFailure {
        return pixels.changed(
                "thumbnail_image", "width=" + to.width() + ",height=" + to.height() + ",size=force,no_rotate=true");
    }

    private VipsImage cut(Cancellation cancellation, VipsImage scaled, Geometry geometry) throws VipsFailure {
        var whole = geometry.scaled();
        var cut = geometry.cut();
        if (cut.equals(whole)) {
            return scaled.copy();
        }
        var gravity = geometry.gravity();
        var place = gravity.looks()
                ? worthSeeing(cancellation, geometry)
                : new Place(gravity.left(whole.width(), cut.width()), gravity.top(whole.height(), cut.height()));
        return scaled.cut(
                "left=" + place.left + ",top=" + place.top + ",width=" + cut.width() + ",height=" + cut.height());
    }

    private record Place(int left, int top) {}

    /// The place of the part that is worth seeing, found in a small copy. libvips notes it as a negative offset of
    /// what it cuts out.
    ///
    /// Source: libvips `smartcrop.c`, `extract.c`.
    private Place worthSeeing(Cancellation cancellation, Geometry geometry) throws VipsFailure {
        var whole = geometry.scaled();
        double factor = Math.min(1, (double) LOOKED_AT / Math.max(whole.width(), whole.height()));
        var small = whole.scaled(factor);
        var part = geometry.cut().scaled(factor);
        var options = "width=" + Math.min(small.width(), part.width()) + ",height="
                + Math.min(small.height(), part.height()) + ",interesting="
                + geometry.gravity().id();
        try (var lazy = scaled(small);
                var looked = lazy.inMemory(cancellation, lazy);
                var found = looked.cut("smartcrop", options)) {
            return new Place(
                    place(
                            -found.number("xoffset", 0),
                            factor,
                            whole.width() - geometry.cut().width()),
                    place(
                            -found.number("yoffset", 0),
                            factor,
                            whole.height() - geometry.cut().height()));
        }
    }

    private static int place(int found, double factor, int most) {
        return Math.clamp(Math.round(found / factor), 0, most);
    }

    private static VipsImage placed(VipsImage image, Geometry geometry) throws VipsFailure {
        var canvas = geometry.canvas();
        var cut = geometry.cut();
        if (canvas.equals(cut)) {
            return image.copy();
        }
        var background = geometry.background();
        var gravity = geometry.gravity();
        var options = "x=%d,y=%d,width=%d,height=%d,extend=background,background="
                .formatted(
                        gravity.left(canvas.width(), cut.width()),
                        gravity.top(canvas.height(), cut.height()),
                        canvas.width(),
                        canvas.height());
        try (var coloured = ready(image, background);
                var fitting = background.isOpaque() || coloured.bands() % 2 == 0
                        ? coloured.copy()
                        : coloured.changed("addalpha", "")) {
            return fitting.changed("embed", options + numbers(background, fitting.bands()));
        }
    }

    /// The image in colours if it is grey and the background is not.
    static VipsImage ready(VipsImage image, Colour background) throws VipsFailure {
        return image.bands() <= GREY && !background.isGrey()
                ? image.changed("colourspace", "space=srgb")
                : image.copy();
    }

    /// A colour as an option of libvips, for an image of so many bands.
    static String numbers(Colour colour, int bands) {
        var numbers = bands <= GREY
                ? Integer.toString(colour.red())
                : colour.red() + " " + colour.green() + " " + colour.blue();
        return bands % 2 == 0 ? numbers + " " + colour.alpha() : numbers;
    }
}
