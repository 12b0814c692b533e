package renditions.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Small pictures, each of one colour, so that a rendition shows which picture it was made from.
public final class PlainPictures {
    private PlainPictures() {}

    /// A PNG of 48 by 32 pixels.
    ///
    /// @param number below 16,777,216; each has a colour of its own
    public static byte[] picture(int number) {
        var image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(new Color(number));
        brush.fillRect(0, 0, 48, 32);
        brush.dispose();
        return ImageFiles.png(image);
    }

    /// The number of the picture that a rendition was made from.
    public static int number(byte[] rendition) {
        var image = ImageFiles.read(rendition);
        return image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & 0xFFFFFF;
    }

    /// The first half of a PNG.
    public static byte[] corrupt() {
        var whole = ImageFiles.png(Drawing.noise(48, 32));
        return Arrays.copyOf(whole, whole.length / 2);
    }
}
