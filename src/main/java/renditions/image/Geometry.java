package renditions.image;

/// How a picture becomes a rendition: the whole picture is scaled to `scaled`, a part of the size `cut` is taken
/// out of it, sharpened if that is asked for, and placed on a canvas.
///
/// @param scaled the whole picture's size after scaling
/// @param cut no side longer than that of `scaled`; equal to it if nothing is cut off
/// @param canvas the rendition's size, no side shorter than that of `cut`; equal to it if nothing is added
/// @param gravity which part is cut out, and where it is placed
/// @param background of the canvas
/// @param sharpen whether the edges are sharpened, mildly
public record Geometry(
        PixelSize scaled, PixelSize cut, PixelSize canvas, Gravity gravity, Colour background, boolean sharpen) {
    public Geometry {
        require(scaled, cut);
        require(canvas, cut);
    }

    /// The middle of the scaled picture.
    public Geometry(PixelSize scaled, PixelSize cut) {
        this(scaled, cut, cut, Gravity.CENTRE, Colour.WHITE, false);
    }

    private static void require(PixelSize whole, PixelSize part) {
        if (part.width() > whole.width() || part.height() > whole.height()) {
            throw new IllegalArgumentException("cannot cut " + part + " out of " + whole);
        }
    }
}
