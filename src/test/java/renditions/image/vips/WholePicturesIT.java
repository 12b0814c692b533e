package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.testing.Bytes.bigEndian32;
import static renditions.testing.Bytes.joined;
import static renditions.testing.Bytes.littleEndian16;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.Likeness;
import renditions.testing.LosslessJpeg;
import renditions.testing.Pixels;
import renditions.testing.Tiffs;

/// Pictures of which a decoder, left alone, shows only a part.
class WholePicturesIT {
    private static final BufferedImage PHOTO = Drawing.photo(300, 200);

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0.25, 0.1, 0.02})
    void a_lossless_jpeg_is_shown_whole_at_every_size(double factor) {
        assertShown(LosslessJpeg.of(PHOTO), PHOTO, factor);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_first_page_in_full_size_is_shown_and_not_its_preview(boolean bigEndian) {
        var preview = Tiffs.page(Pixels.scaled(Pixels.grey(PHOTO), new PixelSize(30, 20)))
                .with(254, 1);
        var order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        var file = Tiffs.of(order, preview, preview, Tiffs.page(PHOTO), Tiffs.page(Drawing.noise(40, 30)));
        assertThat(Engine.header(file).size()).isEqualTo(new PixelSize(300, 200));
        assertShown(file, PHOTO, 1);
        assertShown(file, PHOTO, 0.3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0.2})
    void a_jpeg_without_its_end_marker_is_shown(double factor) {
        for (var jpeg : List.of(ImageFiles.jpeg(PHOTO), ImageFiles.progressiveJpeg(PHOTO))) {
            assertShown(Arrays.copyOf(jpeg, jpeg.length - 2), PHOTO, factor);
        }
    }

    @Test
    void an_animated_avif_shows_its_still_picture() {
        var still = Engine.made(PHOTO, "heifsave_buffer", "compression=av1,effort=0,Q=85,keep=none");
        var text = new String(still, StandardCharsets.ISO_8859_1);
        var animated = Bytes.of(text.replaceFirst("ftypavif", "ftypavis").replaceFirst("mif1", "msf1"));
        var film = joined(animated, bigEndian32(40), Bytes.of("moov"), new byte[32]);
        assertThat(Engine.header(film).format()).isEqualTo(Format.AVIF);
        assertShown(film, PHOTO, 1);
    }

    @Test
    void what_a_gif_leaves_blank_around_its_first_frame_is_transparent() {
        try (var picture = Engine.decode(gif(40, 30, 10, 5, 20, 10))) {
            var seen = Engine.seen(picture);
            for (int y = 0; y < 30; y++) {
                for (int x = 0; x < 40; x++) {
                    boolean inside = x >= 10 && x < 30 && y >= 5 && y < 15;
                    assertThat(seen.getRGB(x, y) >>> 24).as("%d %d", x, y).isEqualTo(inside ? 255 : 0);
                    assertThat(!inside || (seen.getRGB(x, y) & 0xffffff) == 0x00ff00)
                            .isTrue();
                }
            }
            var jpeg = ImageFiles.read(Engine.encode(picture, Format.JPEG));
            assertThat(jpeg.getRGB(2, 28) & 0xffffff).isEqualTo(0xffffff);
        }
        try (var picture = Engine.decode(gif(40, 30, 0, 0, 40, 30))) {
            assertThat(Engine.seen(picture).getColorModel().hasAlpha()).isFalse();
        }
    }

    @Test
    void a_gif_whose_frame_leaves_its_canvas_is_shown() {
        for (var file : List.of(gif(40, 30, 30, 20, 20, 20), gif(40, 30, 50, 40, 5, 5))) {
            try (var picture = Engine.decode(file)) {
                assertThat(picture.size()).isEqualTo(Engine.header(file).size());
            }
        }
    }

    /// A green frame on a canvas, without a transparent colour.
    private static byte[] gif(int width, int height, int left, int top, int frameWidth, int frameHeight) {
        var codes = new ByteArrayOutputStream();
        int pixels = frameWidth * frameHeight;
        int bits = 0;
        int count = 0;
        for (int pixel = 0; pixel <= pixels; pixel++) { // codes of 3 bits, cleared before they would grow
            for (int code : pixel == pixels ? new int[] {5} : pixel % 2 == 0 ? new int[] {4, 1} : new int[] {1}) {
                bits |= code << count;
                count += 3;
                while (count >= 8) {
                    codes.write(bits);
                    bits >>= 8;
                    count -= 8;
                }
            }
        }
        codes.write(bits);
        var frame = joined(
                littleEndian16(left), littleEndian16(top), littleEndian16(frameWidth), littleEndian16(frameHeight));
        var blocks = new ByteArrayOutputStream();
        var data = codes.toByteArray();
        for (int at = 0; at < data.length; at += 255) {
            int length = Math.min(255, data.length - at);
            blocks.write(length);
            blocks.write(data, at, length);
        }
        return joined(
                Bytes.of("GIF89a"),
                littleEndian16(width),
                littleEndian16(height),
                Bytes.of("\u0081\0\0\u00ff\0\0\0\u00ff\0\0\0\u00ff\u00ff\u00ff\0,"),
                frame,
                Bytes.of("\0\2"),
                blocks.toByteArray(),
                Bytes.of("\0;"));
    }

    private static void assertShown(byte[] file, BufferedImage expected, double factor) {
        var size = new PixelSize(expected.getWidth(), expected.getHeight()).scaled(factor);
        try (var picture = Engine.decode(file, size)) {
            Likeness.assertAlike(Engine.seen(picture), Pixels.scaled(expected, size));
        }
    }
}
