package renditions.local;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Encodes our own pictures with the JDK alone, for uploads and tests. It never sees users' pictures.
public final class Pictures {
    private static final short ORIENTATION = 0x0112;
    private static final short UNSIGNED_SHORT = 3;

    private Pictures() {}

    /// A baseline JPEG.
    ///
    /// @param picture without transparency
    /// @param quality 0 (smallest) to 1 (best)
    public static byte[] jpeg(BufferedImage picture, double quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality((float) quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// A PNG, with transparency.
    public static byte[] png(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    /// The picture turned as a phone's camera stores it: it appears upright only with EXIF orientation 6 (first row
    /// on the right, first column on top).
    public static BufferedImage sideways(BufferedImage upright) {
        var stored = new BufferedImage(upright.getHeight(), upright.getWidth(), upright.getType());
        for (int y = 0; y < stored.getHeight(); y++) {
            for (int x = 0; x < stored.getWidth(); x++) {
                stored.setRGB(x, y, upright.getRGB(upright.getWidth() - 1 - y, x));
            }
        }
        return stored;
    }

    /// The same JPEG with an EXIF block (APP1) after its first marker, which holds only the orientation.
    ///
    /// @param orientation 1 to 8, as in the EXIF standard
    public static byte[] oriented(byte[] jpeg, int orientation) {
        byte[] tiff = ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, 42}) // big-endian TIFF
                .putInt(8) // offset of the directory
                .putShort((short) 1) // entries
                .putShort(ORIENTATION)
                .putShort(UNSIGNED_SHORT)
                .putInt(1) // values
                .putShort((short) orientation)
                .putShort((short) 0) // fills the value's four bytes
                .putInt(0) // no further directory
                .array();
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(jpeg.length + 4 + name.length + tiff.length)
                .put(jpeg, 0, 2) // start of image
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + name.length + tiff.length))
                .put(name)
                .put(tiff)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
