package renditions.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// The rehearsal's upload: a picture of a few pixels, painted here.
///
/// Source: W3C, "Portable Network Graphics", sections 5 and 11.2.
final class SmallPicture {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private SmallPicture() {}

    /// A slope from black to white, in 8 bits of grey.
    static byte[] png() {
        var file = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header());
            chunk(out, "IDAT", lines());
            chunk(out, "IEND", new byte[0]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static byte[] header() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(WIDTH);
        out.writeInt(HEIGHT);
        out.write(new byte[] {8, 0, 0, 0, 0}); // bits, grey, and the only compression, filters, interlacing
        return bytes.toByteArray();
    }

    private static byte[] lines() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            for (int y = 0; y < HEIGHT; y++) {
                out.write(0); // no filter
                for (int x = 0; x < WIDTH; x++) {
                    out.write((x + y) * 255 / (WIDTH + HEIGHT));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        var sum = new CRC32();
        sum.update(type.getBytes(ISO_8859_1));
        sum.update(content);
        out.writeInt(content.length);
        out.writeBytes(type);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
