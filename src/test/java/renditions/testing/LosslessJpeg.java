package renditions.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;

/// Writes lossless JPEGs of three components, each predicted by its left neighbour.
///
/// Source: ITU-T T.81, annex H.
public final class LosslessJpeg {
    private static final int CODE_BITS = 4; // the same for every category

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int bits;
    private int pending;

    private LosslessJpeg() {}

    /// The picture without loss.
    public static byte[] of(BufferedImage picture) {
        var jpeg = new LosslessJpeg();
        var size = Bytes.joined(Bytes.bigEndian16(picture.getHeight()), Bytes.bigEndian16(picture.getWidth()));
        jpeg.file.writeBytes(Bytes.of("\u00ff\u00d8\u00ff\u00c3\0\21\10"));
        jpeg.file.writeBytes(size);
        jpeg.file.writeBytes(Bytes.of("\3R\21\0G\21\0B\21\0"));
        jpeg.file.writeBytes(Bytes.of("\u00ff\u00c4\0\34\0\0\0\0\11\0\0\0\0\0\0\0\0\0\0\0\0\0\1\2\3\4\5\6\7\10"));
        jpeg.file.writeBytes(Bytes.of("\u00ff\u00da\0\14\3R\0G\0B\0\1\0\0"));
        jpeg.samples(picture);
        jpeg.file.writeBytes(Bytes.of("\u00ff\u00d9"));
        return jpeg.file.toByteArray();
    }

    private void samples(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int shift = 16; shift >= 0; shift -= 8) {
                    int predicted =
                            x > 0 ? sample(picture, x - 1, y, shift) : y > 0 ? sample(picture, x, y - 1, shift) : 128;
                    difference(sample(picture, x, y, shift) - predicted);
                }
            }
        }
        put(0x7f, 7); // fills the last byte
    }

    private static int sample(BufferedImage picture, int x, int y, int shift) {
        return picture.getRGB(x, y) >> shift & 0xff;
    }

    private void difference(int difference) {
        int category = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(difference));
        put(category, CODE_BITS);
        put(difference < 0 ? (difference - 1) & ((1 << category) - 1) : difference, category);
    }

    private void put(int number, int count) {
        for (int bit = count - 1; bit >= 0; bit--) {
            pending = (pending << 1) | ((number >> bit) & 1);
            if (++bits == Byte.SIZE) {
                file.write(pending);
                if ((pending & 0xff) == 0xff) {
                    file.write(0);
                }
                bits = 0;
                pending = 0;
            }
        }
    }
}
