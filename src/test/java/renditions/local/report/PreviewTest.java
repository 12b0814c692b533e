package renditions.local.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.image.Format;

final class PreviewTest {
    private static final byte[] JPEG = "\u00FF\u00D8\u00FF\u00E0".getBytes(ISO_8859_1);

    @Test
    void the_first_bytes_tell_the_format() {
        assertThat(format("\u00FF\u00D8\u00FF\u00E0")).isEqualTo(Format.JPEG);
        assertThat(format("\u0089PNG\r\n\u001A\n")).isEqualTo(Format.PNG);
        assertThat(format("GIF89a")).isEqualTo(Format.GIF);
        assertThat(format("RIFF\n\r\u0000\u0000WEBPVP8 ")).isEqualTo(Format.WEBP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\u00FF\u00D8", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "RIFF1234WAVE", "%PDF"
            })
    void what_no_browser_shows_as_a_picture_has_no_preview(String start) {
        assertThat(Preview.of(start.getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void a_long_upload_has_no_preview() {
        assertThat(Preview.of(Arrays.copyOf(JPEG, Preview.LONGEST))).isPresent();
        assertThat(Preview.of(Arrays.copyOf(JPEG, Preview.LONGEST + 1))).isEmpty();
    }

    private static Format format(String start) {
        return Preview.of(start.getBytes(ISO_8859_1)).orElseThrow().format();
    }
}
