package renditions.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import renditions.image.Format;
import renditions.store.ObjectId;

class KeyLayoutTest {
    private static final ObjectId UPLOAD = new ObjectId("in", "a/b.jpg");
    private static final KeyLayout STABLE = new KeyLayout.Stable("out", "r/", "m/");
    private static final KeyLayout VERSIONED = new KeyLayout.Versioned("out", "r/", "m/");

    @Test
    void a_stable_address_is_the_same_for_every_content() {
        assertThat(STABLE.rendition(UPLOAD, "c1", "small", Format.JPEG))
                .isEqualTo(STABLE.rendition(UPLOAD, "c2", "small", Format.JPEG))
                .isEqualTo(new ObjectId("out", "r/a/b.jpg/small.jpg"));
    }

    @Test
    void a_versioned_address_is_that_of_its_content() {
        assertThat(VERSIONED.rendition(UPLOAD, "c1", "small", Format.JPEG))
                .isEqualTo(new ObjectId("out", "r/a/b.jpg/c1/small.jpg"));
        assertThat(VERSIONED.manifest(UPLOAD)).isEqualTo(new ObjectId("out", "m/a/b.jpg"));
    }

    @Test
    void content_settings_and_engine_each_make_another_content() {
        assertThat(List.of(
                        KeyLayout.content("\"e\"", "s", "v"),
                        KeyLayout.content("f", "s", "v"),
                        KeyLayout.content("e", "t", "v"),
                        KeyLayout.content("e", "s", "w")))
                .doesNotHaveDuplicates()
                .allMatch(content -> content.matches("[0-9a-f]{32}"));
        assertThat(KeyLayout.content("\"e\"", "s", "v")).isEqualTo(KeyLayout.content("e", "s", "v"));
    }

    @Test
    void keys_of_versioned_renditions_are_longer() {
        var set = RenditionSet.parse("[{\"name\": \"n\", \"width\": 1, \"formats\": [\"webp\"]}]");
        var longest = new ObjectId("in", "k".repeat(ObjectId.LONGEST_KEY_BYTES - "r//n.webp".length()));

        assertThat(STABLE.fits(longest, set)).isTrue();
        assertThat(VERSIONED.fits(longest, set)).isFalse();
    }

    @Test
    void prefixes_end_with_a_slash_and_do_not_overlap() {
        assertThatThrownBy(() -> new KeyLayout.Versioned("out", "r", "m/"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyLayout.Stable("out", "r/", "r/m/"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
