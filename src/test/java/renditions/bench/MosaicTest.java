package renditions.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import renditions.image.PixelSize;
import renditions.local.scene.Scene;
import renditions.testing.ImageFiles;

class MosaicTest {
    private static final Offset<Integer> GRAIN = Offset.offset(8);

    @Test
    void another_decoder_sees_the_scene_side_by_side_with_grain_over_it() {
        var scene = Scene.MOUNTAIN_LAKE.picture();
        var seen = ImageFiles.read(new Mosaic(new PixelSize(1700, 1100)).png());
        assertThat(seen.getWidth()).isEqualTo(1700);
        assertThat(seen.getHeight()).isEqualTo(1100);
        for (int y = 0; y < 1100; y += 29) {
            for (int x = 0; x < 1700; x += 23) {
                int expected = scene.getRGB(x % scene.getWidth(), y % scene.getHeight());
                int actual = seen.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    assertThat(actual >> shift & 0xFF).isCloseTo(expected >> shift & 0xFF, GRAIN);
                }
            }
        }
    }
}
