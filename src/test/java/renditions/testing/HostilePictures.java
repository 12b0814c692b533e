package renditions.testing;

import static renditions.testing.Bytes.bigEndian16;
import static renditions.testing.Bytes.bigEndian32;
import static renditions.testing.Bytes.joined;
import static renditions.testing.Bytes.littleEndian32;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/// Small files that ask for much: many scans, frames, directories, samples or tiles, and structures that refer to
/// themselves.
public final class HostilePictures {
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private HostilePictures() {}

    /// A block of EXIF of 60 KB with an orientation, whose directory is full of pointers to itself.
    public static byte[] loopingExif(int orientation) {
        var entries = new ByteArrayOutputStream();
        entries.writeBytes(entry(0x0112, SHORT, 1, (long) orientation << 16));
        for (int entry = 1; entry < 5_000; entry++) {
            entries.writeBytes(entry(entry % 2 == 0 ? 0x8769 : 0x8825, LONG, 1, 8));
        }
        return joined(Bytes.of("MM\0*"), bigEndian32(8), bigEndian16(5_000), entries.toByteArray(), bigEndian32(8));
    }

    /// A progressive JPEG with this many scans, at least 10. The last one is repeated.
    public static byte[] jpegWithScans(int scans) {
        var jpeg = ImageFiles.progressiveJpeg(Drawing.photo(64, 48));
        int last = jpeg.length;
        int found = 0;
        for (int at = jpeg.length - 2; at >= 0; at--) {
            if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) 0xda) {
                last = found++ == 0 ? at : last;
            }
        }
        var scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
        return joined(Arrays.copyOf(jpeg, jpeg.length - 2), repeated(scan, scans - found), Bytes.of("\u00ff\u00d9"));
    }

    /// A baseline JPEG with this many comments.
    public static byte[] jpegWithComments(int comments) {
        var jpeg = ImageFiles.jpeg(Drawing.photo(8, 8));
        return joined(
                Arrays.copyOf(jpeg, 2),
                repeated(Bytes.of("\u00ff\u00fe\0\2"), comments),
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /// A black PNG in grey of this size.
    public static byte[] blackPng(int width, int height) {
        var header = joined(bigEndian32(width), bigEndian32(height), new byte[] {8, 0, 0, 0, 0});
        return joined(
                Bytes.of("\u0089PNG\r\n\u001a\n"),
                Metadata.pngChunk("IHDR", header),
                Metadata.pngChunk("IDAT", deflated(new byte[(width + 1) * height])),
                Metadata.pngChunk("IEND", new byte[0]));
    }

    /// A GIF of one pixel with this many frames.
    public static byte[] gifWithFrames(int frames) {
        var frame = Bytes.of("!\u00f9\4\0\1\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0");
        return joined(
                Bytes.of("GIF89a\1\0\1\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff"), repeated(frame, frames), Bytes.of(";"));
    }

    /// A WebP with this many frames, each with the chunks of one still picture.
    ///
    /// @param still an encoded WebP
    /// @param exif chunks behind the frames
    public static byte[] webpWithFrames(byte[] still, int width, int height, int frames, byte[]... exif) {
        var size = joined(littleEndian24(width - 1), littleEndian24(height - 1));
        var picture = Arrays.copyOfRange(still, 12, still.length);
        var frame = webpChunk("ANMF", joined(new byte[6], size, littleEndian24(100), new byte[1], picture));
        return webp(
                webpChunk("VP8X", joined(new byte[] {(byte) (exif.length == 0 ? 2 : 10), 0, 0, 0}, size)),
                webpChunk("ANIM", new byte[6]),
                repeated(frame, frames),
                joined(exif));
    }

    /// The WebP of these chunks.
    public static byte[] webp(byte[]... chunks) {
        var content = joined(Bytes.of("WEBP"), joined(chunks));
        return joined(Bytes.of("RIFF"), littleEndian32(content.length), content);
    }

    public static byte[] webpChunk(String type, byte[] content) {
        return joined(Bytes.of(type), littleEndian32(content.length), content, new byte[content.length & 1]);
    }

    /// The WebP of one still picture with a further chunk. The flags say that there is EXIF.
    public static byte[] webpWith(byte[] still, int width, int height, String type, byte[] content) {
        var size = joined(littleEndian24(width - 1), littleEndian24(height - 1));
        return webp(
                webpChunk("VP8X", joined(new byte[] {8, 0, 0, 0}, size)),
                Arrays.copyOfRange(still, 12, still.length),
                webpChunk(type, content));
    }

    /// A TIFF of 4 x 4 black pixels with this many directories, each of which is the picture.
    public static byte[] tiffWithDirectories(int directories) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(joined(Bytes.of("MM\0*"), bigEndian32(8 + 16), new byte[16]));
        for (int page = 1; page <= directories; page++) {
            file.writeBytes(tiffDirectory(4, 4, 1, 16, 8));
            file.writeBytes(bigEndian32(page == directories ? 0 : file.size() + 4L));
        }
        return file.toByteArray();
    }

    /// A TIFF whose only strip has this many samples for each of 16 x 16 pixels.
    public static byte[] tiffWithSamples(int samples) {
        int bytes = 16 * 16 * samples;
        return joined(
                Bytes.of("MM\0*"),
                bigEndian32(8L + bytes),
                new byte[bytes],
                tiffDirectory(16, 16, samples, bytes, 8),
                bigEndian32(0));
    }

    /// A TIFF in three planes, each of which is one strip.
    public static byte[] tiffInPlanes(int width, int height) {
        int plane = width * height;
        var places = joined(bigEndian32(8), bigEndian32(8L + plane), bigEndian32(8L + 2L * plane));
        var lengths = joined(bigEndian32(plane), bigEndian32(plane), bigEndian32(plane));
        var bits = joined(bigEndian16(8), bigEndian16(8), bigEndian16(8), new byte[2]);
        long behind = 8 + 3L * plane;
        return joined(
                Bytes.of("MM\0*"),
                bigEndian32(behind + 32),
                new byte[3 * plane],
                places,
                lengths,
                bits,
                tiffEntries(
                        entry(256, LONG, 1, width),
                        entry(257, LONG, 1, height),
                        entry(258, SHORT, 3, behind + 24),
                        entry(259, SHORT, 1, 1L << 16),
                        entry(262, SHORT, 1, 2L << 16),
                        entry(273, LONG, 3, behind),
                        entry(277, SHORT, 1, 3L << 16),
                        entry(278, LONG, 1, height),
                        entry(279, LONG, 3, behind + 12),
                        entry(284, SHORT, 1, 2L << 16)),
                bigEndian32(0));
    }

    /// A TIFF of one line of pixels in square tiles of this size.
    public static byte[] tiffInTiles(int width, int side) {
        return joined(
                Bytes.of("MM\0*"),
                bigEndian32(8),
                tiffEntries(
                        entry(256, LONG, 1, width),
                        entry(257, SHORT, 1, 1L << 16),
                        entry(258, SHORT, 1, 8L << 16),
                        entry(259, SHORT, 1, 8L << 16),
                        entry(262, SHORT, 1, 1L << 16),
                        entry(277, SHORT, 1, 1L << 16),
                        entry(322, LONG, 1, side),
                        entry(323, LONG, 1, side),
                        entry(324, LONG, 1, 8),
                        entry(325, LONG, 1, 9)),
                bigEndian32(0));
    }

    /// Everything of a directory but the offset of the next.
    private static byte[] tiffDirectory(int width, int height, int samples, int bytes, int place) {
        return tiffEntries(
                entry(256, SHORT, 1, (long) width << 16),
                entry(257, SHORT, 1, (long) height << 16),
                entry(258, SHORT, 1, 8L << 16),
                entry(259, SHORT, 1, 1L << 16),
                entry(262, SHORT, 1, 1L << 16),
                entry(273, LONG, 1, place),
                entry(277, SHORT, 1, (long) samples << 16),
                entry(278, SHORT, 1, (long) height << 16),
                entry(279, LONG, 1, bytes));
    }

    /// These entries with their number before them.
    public static byte[] tiffEntries(byte[]... entries) {
        return joined(bigEndian16(entries.length), joined(entries));
    }

    /// An entry of a directory.
    public static byte[] entry(int tag, int type, long count, long value) {
        return joined(bigEndian16(tag), bigEndian16(type), bigEndian32(count), bigEndian32(value));
    }

    /// The same bytes, this many times.
    public static byte[] repeated(byte[] part, int times) {
        var all = new byte[Math.multiplyExact(part.length, times)];
        for (int at = 0; at < all.length; at += part.length) {
            System.arraycopy(part, 0, all, at, part.length);
        }
        return all;
    }

    private static byte[] littleEndian24(int number) {
        return Arrays.copyOf(littleEndian32(number), 3);
    }

    private static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            var buffer = new byte[bytes.length / 100 + 100];
            return Arrays.copyOf(buffer, deflater.deflate(buffer));
        }
    }
}
