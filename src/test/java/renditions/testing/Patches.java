package renditions.testing;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/// A picture of twelve plain colours, in three rows of four: what colours a conversion changes shows in numbers.
public final class Patches {
    /// The colours, row by row, as 0xRRGGBB.
    public static final List<Integer> COLOURS = List.of(
            0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0x00ffff, 0xff00ff, 0xffffff, 0x000000, 0x808080, 0xc87850,
            0x3c8c3c, 0x404040);

    private static final int SIDE = 24;
    private static final int COLUMNS = 4;

    private Patches() {}

    /// The picture, 96 x 72.
    public static BufferedImage picture() {
        return picture(COLOURS);
    }

    /// The picture with twelve other colours.
    public static BufferedImage picture(List<Integer> colours) {
        var picture = new BufferedImage(COLUMNS * SIDE, 3 * SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, colours.get(y / SIDE * COLUMNS + x / SIDE));
            }
        }
        return picture;
    }

    /// The colours in the middle of the patches of a picture of any size, row by row, as 0xAARRGGBB.
    public static List<Integer> seen(BufferedImage picture) {
        return IntStream.range(0, COLOURS.size())
                .mapToObj(patch -> picture.getRGB(
                        (2 * (patch % COLUMNS) + 1) * picture.getWidth() / (2 * COLUMNS),
                        (2 * (patch / COLUMNS) + 1) * picture.getHeight() / 6))
                .toList();
    }
}
