package renditions.testing;

import static renditions.testing.Bytes.bigEndian16;
import static renditions.testing.Bytes.bigEndian32;
import static renditions.testing.Bytes.joined;
import static renditions.testing.Bytes.littleEndian16;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Files as strangers upload them: sound but unusual, damaged, too large, not pictures at all.
public final class OddPictures {
    private static final BufferedImage PHOTO = Drawing.photo(400, 300);
    private static final byte[] JPEG = ImageFiles.jpeg(PHOTO);
    private static final byte[] PROGRESSIVE = ImageFiles.progressiveJpeg(PHOTO);
    private static final byte[] PNG = ImageFiles.png(PHOTO);
    private static final byte[] TIFF = ImageFiles.tiff(PHOTO);
    private static final byte[] PNG_SIGNATURE = Arrays.copyOf(PNG, 8);

    private OddPictures() {}

    /// All odd pictures that the JDK can make.
    public static List<OddPicture> all() {
        return Stream.of(sound(), disguised(), broken(), huge(), undecodable(), noPictures())
                .flatMap(kind -> kind)
                .toList();
    }

    private static Stream<OddPicture> sound() {
        return Stream.of(
                ok("plain.jpg", JPEG),
                ok("progressive.jpg", PROGRESSIVE),
                ok("grey.jpg", ImageFiles.jpeg(Drawing.grey(400, 300))),
                ok("plain.png", PNG),
                ok("interlaced.png", ImageFiles.interlacedPng(PHOTO)),
                ok("fading.png", ImageFiles.png(Drawing.fading(400, 300))),
                ok("plain.gif", ImageFiles.gif(PHOTO)),
                ok("plain.tif", TIFF),
                ok("lossless.jpg", LosslessJpeg.of(PHOTO)),
                ok("one-pixel.png", ImageFiles.png(Drawing.photo(1, 1))),
                ok("one-row.png", ImageFiles.png(Drawing.photo(3000, 1))),
                ok("one-column.jpg", ImageFiles.jpeg(Drawing.photo(1, 3000))),
                ok("lying.jpg", Metadata.jpegWithExif(JPEG, Metadata.orientation(6))),
                ok("impossible-orientation.jpg", Metadata.jpegWithExif(JPEG, Metadata.orientation(77))),
                ok("exif-of-noise.jpg", Metadata.jpegWithExif(JPEG, noise(3000))),
                ok("profile-of-noise.jpg", Metadata.jpegWithProfile(JPEG, noise(3000))));
    }

    /// Sound pictures with something around or inside them that must not get out.
    private static Stream<OddPicture> disguised() {
        var zip = joined(Bytes.of("PK\3\4" + Metadata.SECRET), noise(2000));
        return Stream.of(
                ok("jpeg-named.png", JPEG),
                ok("no-name", PNG),
                ok("zip-tail.jpg", joined(JPEG, zip)),
                ok("zeros-tail.png", joined(PNG, new byte[1_000_000])),
                ok("script-comment.jpg", Metadata.jpegWithComment(JPEG, "<script>" + Metadata.SECRET + "</script>")),
                ok("without-end.png", Arrays.copyOf(PNG, PNG.length - 12)),
                ok("without-end.jpg", without(JPEG, 2)),
                ok("progressive-without-end.jpg", without(PROGRESSIVE, 2)),
                ok("bit-flips.jpg", flipped(JPEG)),
                ok("zeroed.jpg", zeroed(JPEG)));
    }

    private static Stream<OddPicture> broken() {
        return Stream.of(
                        cuts("cut-%d.jpg", JPEG, 1, 10, 50, 90, 99),
                        cuts("cut-progressive-%d.jpg", PROGRESSIVE, 50, 90),
                        cuts("cut-%d.png", PNG, 1, 10, 50, 90),
                        cuts("cut-%d.tif", TIFF, 10, 50, 90),
                        Stream.of(
                                corrupt("with-half-an-end.jpg", without(JPEG, 1)),
                                corrupt("without-last-bytes.jpg", without(JPEG, 12)),
                                corrupt("progressive-without-last-bytes.jpg", without(PROGRESSIVE, 12)),
                                corrupt("bit-flips.png", flipped(PNG)),
                                corrupt("zeroed.png", zeroed(PNG)),
                                corrupt("start-of-jpeg.jpg", Bytes.of("\u00ff\u00d8\u00ff")),
                                corrupt("signature.png", PNG_SIGNATURE),
                                corrupt("signature.gif", Bytes.of("GIF89a")),
                                corrupt("signature.webp", Bytes.of("RIFF\u00ff\0\0\0WEBPVP8 ")),
                                corrupt("header-only.png", pngHeader(8000, 7000, false))))
                .flatMap(kind -> kind);
    }

    private static Stream<OddPicture> huge() {
        return Stream.of(
                tooLarge("4-gigapixels.png", pngHeader(65_535, 65_535, false)),
                tooLarge("56-megapixels-interlaced.png", pngHeader(8000, 7000, true)),
                tooLarge("4-gigapixels.jpg", jpegClaiming(65_500, 65_500)),
                tooLarge("4-gigapixels.gif", gif(65_535, 65_535)));
    }

    /// Pictures that their headers tell from damaged ones.
    private static Stream<OddPicture> undecodable() {
        return Stream.of(
                unsupported("12-bits.jpg", jpegOfBits(12)),
                unsupported("16-bits.jpg", jpegOfBits(16)),
                unsupported("old-jpeg.tif", tiffCompressedBy(6)),
                unsupported("lzma.tif", tiffCompressedBy(34_925)),
                unsupported("zstandard.tif", tiffCompressedBy(50_000)),
                unsupported(
                        "raw.jpg",
                        Tiffs.of(ByteOrder.LITTLE_ENDIAN, Tiffs.page(PHOTO).with(50_706, 4))),
                unsupported("phone.heic", Bytes.of("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")),
                unsupported("film.mp4", Bytes.of("\0\0\0\u0018ftypisom\0\0\2\0isomiso2")));
    }

    private static Stream<OddPicture> noPictures() {
        return Stream.of(
                new OddPicture("empty.jpg", "EMPTY", new byte[0]),
                unsupported("one-byte.jpg", new byte[] {'x'}),
                unsupported("blanks.jpg", Bytes.of(" ".repeat(100))),
                unsupported("page.jpg", Bytes.of("<!DOCTYPE html><html><body>404</body></html>")),
                unsupported("error.png", Bytes.of("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>")),
                unsupported(
                        "drawing.svg",
                        Bytes.of("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")),
                unsupported("newlines-before.jpg", joined(Bytes.of("\n\n"), JPEG)),
                unsupported("scan.pdf", Bytes.of("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n")),
                unsupported("icon.ico", Bytes.of("\0\0\1\0\1\0\20\20\0\0\1\0\40\0\0\0\0\0")),
                unsupported("plain.bmp", joined(Bytes.of("BM"), noise(200))),
                unsupported("noise.jpg", noise(5000)));
    }

    private static OddPicture ok(String name, byte[] bytes) {
        return new OddPicture(name, "OK", bytes);
    }

    private static OddPicture corrupt(String name, byte[] bytes) {
        return new OddPicture(name, "CORRUPT", bytes);
    }

    private static OddPicture unsupported(String name, byte[] bytes) {
        return new OddPicture(name, "UNSUPPORTED", bytes);
    }

    private static OddPicture tooLarge(String name, byte[] bytes) {
        return new OddPicture(name, "TOO_LARGE", bytes);
    }

    /// Corrupt pictures: the first percents of a file.
    public static Stream<OddPicture> cuts(String name, byte[] file, int... percents) {
        return IntStream.of(percents)
                .mapToObj(
                        percent -> corrupt(name.formatted(percent), Arrays.copyOf(file, file.length * percent / 100)));
    }

    /// The file with twenty flipped bits of its pixels, the same every time.
    private static byte[] flipped(byte[] file) {
        var random = new Random(20);
        var flipped = file.clone();
        for (int flip = 0; flip < 20; flip++) {
            int at = flipped.length / 2 + random.nextInt(flipped.length / 3);
            if ((flipped[at] & 0xff) < 0xf0) { // in a JPEG, what follows 0xff is a marker
                flipped[at] ^= (byte) (1 << random.nextInt(3));
            }
        }
        return flipped;
    }

    private static byte[] without(byte[] file, int last) {
        return Arrays.copyOf(file, file.length - last);
    }

    private static byte[] zeroed(byte[] file) {
        var zeroed = file.clone();
        Arrays.fill(zeroed, file.length / 2, file.length / 2 + 1000, (byte) 0);
        return zeroed;
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    /// A PNG with nothing but its header.
    private static byte[] pngHeader(int width, int height, boolean interlaced) {
        var header =
                joined(bigEndian32(width), bigEndian32(height), new byte[] {8, 2, 0, 0, (byte) (interlaced ? 1 : 0)});
        return joined(PNG_SIGNATURE, Metadata.pngChunk("IHDR", header), Metadata.pngChunk("IDAT", new byte[20]));
    }

    private static byte[] jpegClaiming(int width, int height) {
        var claiming = JPEG.clone();
        var size = joined(bigEndian16(height), bigEndian16(width));
        System.arraycopy(size, 0, claiming, frame(JPEG) + 5, 4);
        return claiming;
    }

    private static byte[] jpegOfBits(int bits) {
        var odd = JPEG.clone();
        odd[frame(JPEG) + 4] = (byte) bits;
        return odd;
    }

    /// The place of the frame header: marker, two bytes of length, bits, height, width.
    private static int frame(byte[] jpeg) {
        return find(jpeg, new byte[] {(byte) 0xff, (byte) 0xc0});
    }

    /// The TIFF with another compression: its field 259, one number of 16 bits.
    private static byte[] tiffCompressedBy(int compression) {
        var odd = TIFF.clone();
        int field = find(TIFF, joined(bigEndian16(259), bigEndian16(3), bigEndian32(1)));
        System.arraycopy(bigEndian16(compression), 0, odd, field + 8, 2);
        return odd;
    }

    private static int find(byte[] file, byte[] part) {
        return IntStream.range(0, file.length - part.length)
                .filter(at -> Arrays.equals(file, at, at + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
    }

    /// A GIF with one frame of this size, but with only the first pixel.
    private static byte[] gif(int width, int height) {
        var size = joined(littleEndian16(width), littleEndian16(height));
        return joined(
                Bytes.of("GIF89a"),
                size,
                Bytes.of("\u0080\0\0\0\0\0\u00ff\u00ff\u00ff,\0\0\0\0"),
                size,
                Bytes.of("\0\2\2D\1\0;"));
    }
}
