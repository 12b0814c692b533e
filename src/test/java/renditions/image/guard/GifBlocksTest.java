package renditions.image.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import renditions.testing.Drawing;
import renditions.testing.HostilePictures;
import renditions.testing.ImageFiles;

class GifBlocksTest {
    @Test
    void the_file_ends_behind_the_last_frame_that_is_allowed() {
        var most = HostilePictures.gifWithFrames(Limits.FRAMES);
        assertThat(Guarded.passed(most)).isEqualTo(most);
        var more = Guarded.passed(HostilePictures.gifWithFrames(Limits.FRAMES + 1));
        assertThat(Arrays.copyOf(more, most.length)).isEqualTo(most);
    }

    @Test
    void another_gif_stays_as_it_is() {
        var gif = ImageFiles.gif(Drawing.photo(40, 30));
        assertThat(Guarded.passed(gif)).isEqualTo(gif);
        var cut = Arrays.copyOf(gif, gif.length / 2);
        assertThat(Guarded.passed(cut)).isEqualTo(cut);
    }
}
