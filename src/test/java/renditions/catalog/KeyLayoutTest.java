package renditions.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import renditions.image.Format;
import renditions.store.ObjectId;

class KeyLayoutTest {
    private static final ObjectId UPLOAD = new ObjectId("in", "a/b.jpg");
    private static final KeyLayout STABLE = new KeyLayout.Stable("out", "r/", "m/", "q/");
    private static final KeyLayout VERSIONED = new KeyLayout.Versioned("out", "r/", "m/", "q/");

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
    void each_content_has_a_report_of_its_own() {
        assertThat(STABLE.report(UPLOAD, "\"e1\"")).isEqualTo(new ObjectId("out", "q/a/b.jpg/e1.json"));
        assertThat(VERSIONED.report(UPLOAD, "e1")).isEqualTo(STABLE.report(UPLOAD, "e1"));
    }

    @Test
    void what_lies_under_a_prefix_in_the_bucket_is_ours() {
        for (var key : List.of("r/a.jpg", "m/a.jpg", "q/a.jpg")) {
            assertThat(STABLE.isOurs(new ObjectId("out", key))).as(key).isTrue();
            assertThat(STABLE.isOurs(new ObjectId("in", key))).as(key).isFalse();
            assertThat(STABLE.isOurs(new ObjectId("out", "x" + key))).as(key).isFalse();
        }
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
    void the_key_of_the_manifest_counts_too() {
        var set = RenditionSet.parse("[{\"name\": \"n\", \"width\": 1, \"formats\": [\"webp\"]}]");
        var layout = new KeyLayout.Stable("out", "r/", "the-prefix-of-all-manifests/", "q/");
        int room = ObjectId.LONGEST_KEY_BYTES - layout.manifests().length();

        assertThat(layout.fits(new ObjectId("in", "k".repeat(room)), set)).isTrue();
        assertThat(layout.fits(new ObjectId("in", "k".repeat(room + 1)), set)).isFalse();
    }

    @Test
    void prefixes_end_with_a_slash_and_do_not_overlap() {
        assertThatThrownBy(() -> new KeyLayout.Versioned("out", "r", "m/", "q/"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyLayout.Stable("out", "r/", "r/m/", "q/"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyLayout.Stable("out", "r/", "m/", "q"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyLayout.Stable("out", "r/q/", "m/", "r/"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyLayout.Stable("out", "r/", "m/", "m/"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
