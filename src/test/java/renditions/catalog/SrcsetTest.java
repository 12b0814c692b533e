package renditions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import renditions.catalog.Made.Rendition;
import renditions.image.Format;
import renditions.image.PixelSize;

class SrcsetTest {
    private static final RenditionSet SET = RenditionSet.parse("""
            [{"name": "large", "width": 1920}, {"name": "small", "width": 320}, {"name": "medium", "width": 960},
             {"name": "square", "width": 240, "height": 240, "fit": "cover"}]""");

    @Test
    void the_whole_picture_is_there_in_each_width_once_and_narrowest_first() {
        var srcset = Srcset.of(
                SET,
                List.of(
                        rendition("large", Format.WEBP, 900, "r/a/large.webp"),
                        rendition("small", Format.WEBP, 320, "r/a/small.webp"),
                        rendition("small", Format.JPEG, 320, "r/a/small.jpg"),
                        rendition("medium", Format.WEBP, 900, "r/a/medium.webp"),
                        rendition("square", Format.WEBP, 240, "r/a/square.webp")));

        assertThat(srcset)
                .isEqualTo(Map.of(
                        Format.WEBP, "/r/a/small.webp 320w, /r/a/large.webp 900w",
                        Format.JPEG, "/r/a/small.jpg 320w"));
    }

    @Test
    void a_key_is_escaped_where_an_attribute_or_an_address_would_end() {
        var srcset = Srcset.of(SET, List.of(rendition("small", Format.WEBP, 320, "r/a b,+\"<ç%.jpg/small.webp")));

        assertThat(srcset).isEqualTo(Map.of(Format.WEBP, "/r/a%20b%2C%2B%22%3C%C3%A7%25.jpg/small.webp 320w"));
    }

    @Test
    void only_what_is_left_stays_and_formats_without_any_go() {
        var small = rendition("small", Format.WEBP, 320, "r/a,b/small.webp");
        var large = rendition("large", Format.WEBP, 900, "r/a,b/large.webp");
        var jpeg = rendition("small", Format.JPEG, 320, "r/a,b/small.jpg");
        var srcset = Srcset.of(SET, List.of(small, large, jpeg));

        assertThat(Srcset.only(srcset, List.of(large))).isEqualTo(Map.of(Format.WEBP, "/r/a%2Cb/large.webp 900w"));
        assertThat(Srcset.only(srcset, List.of(small, large, jpeg))).isEqualTo(srcset);
    }

    private static Rendition rendition(String name, Format format, int width, String key) {
        return new Rendition(name, format, key, new PixelSize(width, 10), 1, "0".repeat(64), "e");
    }
}
