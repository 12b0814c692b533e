package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.Metadata;
import renditions.testing.Profiles;

/// A rendition holds only pixels: it tells neither who took the photo nor where.
class MetadataIT {
    /// The beginnings of metadata in JPEG, PNG, WebP and AVIF.
    private static final String[] TRACES = {
        Metadata.SECRET,
        "Exif",
        "EXIF",
        "eXIf",
        "MM\0*",
        "ns.adobe.com",
        "xmpmeta",
        "XMP ",
        "ICC",
        "iCC",
        "acsp",
        "tEXt"
    };

    private static final BufferedImage PHOTO = Drawing.photo(300, 200);

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "AVIF"})
    void nothing_of_a_jpeg_gets_out_but_its_pixels(Format to) {
        var exif = Metadata.jpegWithExif(ImageFiles.jpeg(PHOTO), Metadata.orientationAndPlace(6));
        var xmp = Metadata.jpegWithXmp(exif, "<x:xmpmeta>" + Metadata.SECRET + "</x:xmpmeta>");
        var profile = Metadata.jpegWithProfile(xmp, Profiles.linear());
        assertSilent(Metadata.jpegWithComment(profile, Metadata.SECRET), to);
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "AVIF"})
    void nothing_of_a_png_gets_out_but_its_pixels(Format to) {
        var exif = Metadata.pngWith(ImageFiles.png(PHOTO), "eXIf", Metadata.orientationAndPlace(6));
        assertSilent(Metadata.pngWith(exif, "tEXt", Bytes.of("Author\0" + Metadata.SECRET)), to);
    }

    /// This includes the orientation: the picture lies on its side in the upload and is upright in the rendition,
    /// which must not be turned again.
    private static void assertSilent(byte[] upload, Format to) {
        assertThat(text(upload)).contains(Metadata.SECRET, "MM\0*");
        try (var picture = Engine.decode(upload)) {
            assertThat(picture.size()).isEqualTo(new PixelSize(200, 300));
            var rendition = Engine.encode(picture, to);
            assertThat(text(rendition)).doesNotContain(TRACES);
            assertThat(Engine.header(rendition).size()).isEqualTo(new PixelSize(200, 300));
        }
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
