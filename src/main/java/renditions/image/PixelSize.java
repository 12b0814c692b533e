package renditions.image;

/// The width and height of a picture in pixels, each at least 1.
public record PixelSize(int width, int height) {
    public PixelSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture has at least 1 x 1 pixel, not " + width + " x " + height);
        }
    }

    /// Width times height.
    public long pixels() {
        return (long) width * height;
    }

    /// This size turned on its side: width and height change places.
    public PixelSize turned() {
        return new PixelSize(/* width= */ height, /* height= */ width);
    }

    /// This size times `factor`, each side rounded to the nearest pixel and at least 1.
    public PixelSize scaled(double factor) {
        return new PixelSize(scaled(width, factor), scaled(height, factor));
    }

    private static int scaled(int side, double factor) {
        return (int) Math.max(1, Math.round(side * factor));
    }

    /// For people: `640x480`.
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
