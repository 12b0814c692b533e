package renditions.image.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.HostilePictures;
import renditions.testing.ImageFiles;
import renditions.testing.Metadata;

class PngChunksTest {
    private static final byte[] PNG = ImageFiles.png(Drawing.photo(40, 30));

    @Test
    void texts_and_unknown_chunks_get_another_name_and_a_valid_check_sum() {
        var text = Metadata.pngWith(PNG, "iTXt", Bytes.of(Metadata.SECRET));
        assertThat(Guarded.passed(text)).isEqualTo(Metadata.pngWith(PNG, "skIp", Bytes.of(Metadata.SECRET)));
        var unknown = Metadata.pngWith(PNG, "abCd", new byte[0]);
        assertThat(Guarded.passed(unknown)).isEqualTo(Metadata.pngWith(PNG, "skIp", new byte[0]));
    }

    @Test
    void exif_is_reduced_with_a_valid_check_sum() {
        var exif = Metadata.pngWith(PNG, "eXIf", HostilePictures.loopingExif(6));
        var passed = new String(Guarded.passed(exif), StandardCharsets.ISO_8859_1);
        var reduced = Arrays.copyOf(Metadata.orientation(6), HostilePictures.loopingExif(6).length);
        assertThat(passed).isEqualTo(new String(Metadata.pngWith(PNG, "eXIf", reduced), StandardCharsets.ISO_8859_1));
        assertThat(Guarded.passed(Metadata.pngWith(PNG, "eXIf", new byte[10])))
                .isEqualTo(Metadata.pngWith(PNG, "skIp", new byte[10]));
    }

    @Test
    void pixels_and_colours_stay_as_they_are() {
        assertThat(Guarded.passed(PNG)).isEqualTo(PNG);
        var colours = Metadata.pngWith(PNG, "gAMA", new byte[4]);
        assertThat(Guarded.passed(colours)).isEqualTo(colours);
    }

    @Test
    void many_chunks_pass_and_more_do_not() {
        var chunk = Metadata.pngChunk("IDAT", new byte[0]);
        var signature = Bytes.of("\u0089PNG\r\n\u001a\n");
        Guarded.passed(Bytes.joined(signature, HostilePictures.repeated(chunk, Limits.PNG_CHUNKS)));
        Guarded.assertRefused(
                Bytes.joined(signature, HostilePictures.repeated(chunk, Limits.PNG_CHUNKS + 1)),
                "more than 250,000 chunks");
    }
}
