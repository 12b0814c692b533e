package renditions.image.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.testing.Bytes.bigEndian16;
import static renditions.testing.Bytes.bigEndian32;
import static renditions.testing.Bytes.joined;
import static renditions.testing.HostilePictures.entry;
import static renditions.testing.HostilePictures.tiffEntries;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.HeifFile;
import renditions.testing.HostilePictures;
import renditions.testing.ImageFiles;
import renditions.testing.Metadata;

/// Programs are taken out of colour profiles, wherever these stand.
class ColourProfileTest {
    private static final byte[] PROGRAMS = profile("rXYZ", "D2B0", "B2D3", "A2B0");
    private static final byte[] REDUCED = profile("rXYZ", "x2B0", "x2D3", "A2B0");

    @Test
    void programs_are_renamed_in_webp_tiff_and_avif() {
        var still = HostilePictures.webp(HostilePictures.webpChunk("VP8L", new byte[20]));
        assertThat(Guarded.passed(HostilePictures.webpWith(still, 9, 9, "ICCP", PROGRAMS)))
                .isEqualTo(HostilePictures.webpWith(still, 9, 9, "ICCP", REDUCED));
        assertThat(Guarded.passed(tiff(PROGRAMS))).isEqualTo(tiff(REDUCED));
        assertThat(Guarded.passed(avif(PROGRAMS))).isEqualTo(avif(REDUCED));
    }

    @Test
    void programs_are_renamed_in_a_jpeg_however_it_is_divided() {
        assertThat(Guarded.passed(jpeg(PROGRAMS.length, PROGRAMS))).isEqualTo(jpeg(PROGRAMS.length, REDUCED));
        assertThat(Guarded.passed(jpeg(3, PROGRAMS))).isEqualTo(jpeg(3, REDUCED));
    }

    @Test
    void a_png_loses_a_profile_with_programs_and_keeps_another() {
        var png = ImageFiles.png(Drawing.photo(8, 8));
        var programs = joined(Bytes.of("name\0\0"), deflated(PROGRAMS));
        assertThat(Guarded.passed(Metadata.pngWith(png, "iCCP", programs)))
                .isEqualTo(Metadata.pngWith(png, "skIp", programs));
        var plain = Metadata.pngWith(png, "iCCP", joined(Bytes.of("name\0\0"), deflated(REDUCED)));
        assertThat(Guarded.passed(plain)).isEqualTo(plain);
        var broken = Metadata.pngWith(png, "iCCP", joined(Bytes.of("name\0\0"), new byte[50]));
        assertThat(Guarded.passed(broken)).isEqualTo(broken);
    }

    /// A profile of nothing but a header and a table of tags.
    private static byte[] profile(String... tags) {
        var table = new ByteArrayOutputStream();
        for (var tag : tags) {
            table.writeBytes(joined(Bytes.of(tag), bigEndian32(128), bigEndian32(4)));
        }
        return joined(new byte[128], bigEndian32(tags.length), table.toByteArray());
    }

    private static byte[] tiff(byte[] profile) {
        return joined(
                Bytes.of("MM\0*"),
                bigEndian32(8),
                tiffEntries(entry(34_675, 7, profile.length, 26)),
                bigEndian32(0),
                profile);
    }

    private static byte[] avif(byte[] profile) {
        var colour = HeifFile.box("colr", Bytes.of("prof"), profile);
        return HeifFile.of(HeifFile.types("av01"), HeifFile.properties(new byte[][] {colour}, 1));
    }

    /// A JPEG with the profile in parts of this size, of which the last comes first.
    private static byte[] jpeg(int size, byte[] profile) {
        var jpeg = ImageFiles.jpeg(Drawing.photo(8, 8));
        for (int part = 0; part * size < profile.length; part++) {
            var content = Arrays.copyOfRange(profile, part * size, Math.min(profile.length, (part + 1) * size));
            var segment = joined(
                    Bytes.of("\u00ff\u00e2"),
                    bigEndian16(16 + content.length),
                    Bytes.of("ICC_PROFILE\0"),
                    new byte[] {(byte) (part + 1), (byte) (profile.length / size)},
                    content);
            jpeg = joined(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
        }
        return jpeg;
    }

    private static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            var buffer = new byte[bytes.length + 100];
            return Arrays.copyOf(buffer, deflater.deflate(buffer));
        }
    }
}
