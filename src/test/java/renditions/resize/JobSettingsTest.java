package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.JobSettings.CorruptUploads.QUARANTINE;
import static renditions.resize.JobSettings.CorruptUploads.RETRY;
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
        var layout = new KeyLayout.Stable("out", "r/", "m/", "q/");

        assertThat(List.of(
                        new JobSettings(set, layout, ImageLimits.DEFAULT, 1, "a", SKIP, RETRY, true).digest(),
                        new JobSettings(set, layout, ImageLimits.DEFAULT, 1, "b", SKIP, RETRY, true).digest(),
                        new JobSettings(
                                        set,
                                        new KeyLayout.Stable("out", "p/", "m/", "q/"),
                                        ImageLimits.DEFAULT,
                                        1,
                                        "a",
                                        SKIP,
                                        RETRY,
                                        true)
                                .digest(),
                        new JobSettings(
                                        set,
                                        new KeyLayout.Stable("put", "r/", "m/", "q/"),
                                        ImageLimits.DEFAULT,
                                        1,
                                        "a",
                                        SKIP,
                                        RETRY,
                                        true)
                                .digest()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_digest_stays_the_same_wherever_reports_go() {
        var set = RenditionSet.parse(RenditionSet.DEFAULT);
        var layout = new KeyLayout.Stable("out", "r/", "m/", "q/");
        var other = new KeyLayout.Stable("out", "r/", "m/", "p/");

        assertThat(new JobSettings(set, layout, ImageLimits.DEFAULT, 1, "a", SKIP, RETRY, true).digest())
                .isEqualTo(new JobSettings(set, other, ImageLimits.DEFAULT, 1, "a", SKIP, QUARANTINE, true).digest());
    }

    private static String digest(String json) {
        var layout = new KeyLayout.Stable("out", "r/", "m/", "q/");
        return new JobSettings(RenditionSet.parse(json), layout, ImageLimits.DEFAULT, 1, "a", SKIP, RETRY, true)
                .digest();
    }
}
