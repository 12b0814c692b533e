package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.JobSettings.MissingUploads.SKIP;

import java.util.List;
import org.junit.jupiter.api.Test;
import renditions.catalog.KeyLayout;
import renditions.catalog.RenditionSet;
import renditions.image.ImageLimits;

class JobSettingsTest {
    @Test
    void the_digest_changes_with_every_setting() {
        var digests = List.of(
                        "[{\"name\":\"a\",\"width\":1}]",
                        "[{\"name\":\"b\",\"width\":1}]",
                        "[{\"name\":\"a\",\"width\":2}]",
                        "[{\"name\":\"a\",\"width\":1,\"height\":1}]",
                        "[{\"name\":\"a\",\"width\":1,\"height\":1,\"fit\":\"cover\"}]",
                        "[{\"name\":\"a\",\"width\":1,\"formats\":[\"png\"]}]",
                        "[{\"name\":\"a\",\"width\":1,\"quality\":81}]")
                .stream()
                .map(JobSettingsTest::digest)
                .toList();

        assertThat(digests).doesNotHaveDuplicates().allMatch(digest -> digest.matches("[0-9a-f]{32}"));
        assertThat(digest("[ {\"width\" : 1, \"name\":\"a\"} ]")).isEqualTo(digests.getFirst());
    }

    @Test
    void the_digest_changes_with_the_place_and_the_caching() {
        var set = RenditionSet.parse(RenditionSet.DEFAULT);
        var layout = new KeyLayout.Stable("out", "r/", "m/");

        assertThat(List.of(
                        new JobSettings(set, layout, ImageLimits.DEFAULT, 1, "a", SKIP, true).digest(),
                        new JobSettings(set, layout, ImageLimits.DEFAULT, 1, "b", SKIP, true).digest(),
                        new JobSettings(
                                        set,
                                        new KeyLayout.Stable("out", "q/", "m/"),
                                        ImageLimits.DEFAULT,
                                        1,
                                        "a",
                                        SKIP,
                                        true)
                                .digest(),
                        new JobSettings(
                                        set,
                                        new KeyLayout.Stable("put", "r/", "m/"),
                                        ImageLimits.DEFAULT,
                                        1,
                                        "a",
                                        SKIP,
                                        true)
                                .digest()))
                .doesNotHaveDuplicates();
    }

    private static String digest(String json) {
        var layout = new KeyLayout.Stable("out", "r/", "m/");
        return new JobSettings(RenditionSet.parse(json), layout, ImageLimits.DEFAULT, 1, "a", SKIP, true).digest();
    }
}
