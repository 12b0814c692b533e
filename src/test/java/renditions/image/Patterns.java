package renditions.image;

/// Thumbnails drawn pixel by pixel, with whole numbers only, so that any other language draws the same.
final class Patterns {
    private Patterns() {}

    static Thumbnail of(PixelSize size, Pattern pattern) {
        var rgba = new byte[Math.toIntExact(4 * size.pixels())];
        for (int pixel = 0; pixel < size.pixels(); pixel++) {
            int colour = pattern.at(pixel % size.width(), pixel / size.width());
            for (int sample = 0; sample < 4; sample++) {
                rgba[4 * pixel + sample] = (byte) (colour >> (24 - 8 * sample));
            }
        }
        return new Thumbnail(size, rgba);
    }

    interface Pattern {
        /// As 0xRRGGBBAA.
        int at(int x, int y);
    }
}
