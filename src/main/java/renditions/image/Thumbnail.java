package renditions.image;

/// A whole picture, made small enough to be looked at in Java: at most [#LONGEST] pixels a side, in sRGB, with 8 bits
/// each for red, green, blue and alpha. The colours are not multiplied by alpha.
///
/// Immutable, and on the heap: nobody closes it.
public final class Thumbnail implements Thumbnailed {
    /// The longest side, in pixels. A placeholder keeps only the coarsest shapes, so more pixels would only cost more.
    public static final int LONGEST = 100;

    private static final int RED = 0;
    private static final int GREEN = 1;
    private static final int BLUE = 2;
    private static final int ALPHA = 3;
    private static final int SAMPLES = 4;
    private static final int OPAQUE = 255;

    private final PixelSize size;
    private final byte[] rgba;

    /// @param size no side longer than [#LONGEST]
    /// @param rgba four bytes for each pixel, row by row from the top; not copied, never changed
    public Thumbnail(PixelSize size, byte[] rgba) {
        if (!sizeFor(size).equals(size)) {
            throw new IllegalArgumentException("a thumbnail has at most " + LONGEST + " pixels a side, not " + size);
        }
        if (rgba.length != SAMPLES * size.pixels()) {
            throw new IllegalArgumentException(rgba.length + " bytes are not the pixels of " + size);
        }
        this.size = size;
        this.rgba = rgba;
    }

    /// The size of the thumbnail of a picture: it has the picture's shape and is not larger than the picture.
    public static PixelSize sizeFor(PixelSize picture) {
        return picture.scaled(Math.min(1, (double) LONGEST / Math.max(picture.width(), picture.height())));
    }

    public PixelSize size() {
        return size;
    }

    /// The number of pixels. They are counted from 0, row by row from the top.
    public int pixels() {
        return rgba.length / SAMPLES;
    }

    /// 0 to 255.
    public int red(int pixel) {
        return sample(pixel, RED);
    }

    /// 0 to 255.
    public int green(int pixel) {
        return sample(pixel, GREEN);
    }

    /// 0 to 255.
    public int blue(int pixel) {
        return sample(pixel, BLUE);
    }

    /// From 0, invisible, to 255, opaque.
    public int alpha(int pixel) {
        return sample(pixel, ALPHA);
    }

    /// Whether any pixel is not opaque.
    boolean isTransparent() {
        for (int pixel = 0; pixel < pixels(); pixel++) {
            if (alpha(pixel) < OPAQUE) {
                return true;
            }
        }
        return false;
    }

    private int sample(int pixel, int which) {
        return Byte.toUnsignedInt(rgba[SAMPLES * pixel + which]);
    }
}
