package renditions.testing;

import static renditions.testing.Bytes.bigEndian16;
import static renditions.testing.Bytes.bigEndian32;
import static renditions.testing.Bytes.joined;

import java.util.Arrays;
import java.util.zip.CRC32;

/// Hand-made metadata: EXIF, XMP, colour profiles and comments, put into JPEG and PNG files without any.
public final class Metadata {
    /// Part of every text that must not get into a rendition.
    public static final String SECRET = "whereabouts";

    private static final int SHORT = 3;
    private static final int ASCII = 2;
    private static final int LONG = 4;

    private Metadata() {}

    /// The block of EXIF with the orientation.
    ///
    /// @param orientation 1 to 8
    public static byte[] orientation(int orientation) {
        return joined(tiffHeader(), directory(entry(0x0112, SHORT, 1, (long) orientation << 16)));
    }

    /// A block of EXIF with an orientation, the owner's name and the place where the photo was taken.
    public static byte[] orientationAndPlace(int orientation) {
        var name = Bytes.of(SECRET + "\0");
        int names = 8 + 2 + 3 * 12 + 4;
        int place = names + name.length;
        return joined(
                tiffHeader(),
                directory(
                        entry(0x0112, SHORT, 1, (long) orientation << 16),
                        entry(0x8298, ASCII, name.length, names),
                        entry(0x8825, LONG, 1, place)),
                name,
                directory(entry(0x0001, ASCII, 2, (long) 'N' << 24), entry(0x001b, ASCII, name.length, names)));
    }

    private static byte[] tiffHeader() {
        return joined(Bytes.of("MM\0*"), bigEndian32(8));
    }

    private static byte[] directory(byte[]... entries) {
        return joined(bigEndian16(entries.length), joined(entries), bigEndian32(0));
    }

    private static byte[] entry(int tag, int type, int count, long value) {
        return joined(bigEndian16(tag), bigEndian16(type), bigEndian32(count), bigEndian32(value));
    }

    /// The JPEG with this block of EXIF.
    public static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
        return jpegWith(jpeg, 0xe1, joined(Bytes.of("Exif\0\0"), exif));
    }

    /// The JPEG with a packet of XMP.
    public static byte[] jpegWithXmp(byte[] jpeg, String xmp) {
        return jpegWith(jpeg, 0xe1, Bytes.of("http://ns.adobe.com/xap/1.0/\0" + xmp));
    }

    /// The JPEG with a colour profile of less than 64 KB.
    public static byte[] jpegWithProfile(byte[] jpeg, byte[] profile) {
        return jpegWith(jpeg, 0xe2, joined(Bytes.of("ICC_PROFILE\0\1\1"), profile));
    }

    /// The JPEG with a comment.
    public static byte[] jpegWithComment(byte[] jpeg, String comment) {
        return jpegWith(jpeg, 0xfe, Bytes.of(comment));
    }

    private static byte[] jpegWith(byte[] jpeg, int marker, byte[] content) {
        return joined(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xff, (byte) marker},
                bigEndian16(content.length + 2),
                content,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /// The PNG with a further chunk after its header.
    public static byte[] pngWith(byte[] png, String type, byte[] content) {
        int behindHeader = 8 + 25;
        return joined(
                Arrays.copyOf(png, behindHeader),
                pngChunk(type, content),
                Arrays.copyOfRange(png, behindHeader, png.length));
    }

    /// A chunk of PNG with its check sum.
    public static byte[] pngChunk(String type, byte[] content) {
        var checked = joined(Bytes.of(type), content);
        var sum = new CRC32();
        sum.update(checked);
        return joined(bigEndian32(content.length), checked, bigEndian32(sum.getValue()));
    }
}
