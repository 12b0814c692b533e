package renditions.image.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.testing.Bytes.joined;
import static renditions.testing.HeifFile.data;
import static renditions.testing.HeifFile.properties;
import static renditions.testing.HeifFile.sequence;
import static renditions.testing.HeifFile.size;
import static renditions.testing.HeifFile.tiles;
import static renditions.testing.HeifFile.types;
import static renditions.testing.HeifFile.unit;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.image.ImageLimits;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.HeifFile;
import renditions.testing.HostilePictures;
import renditions.testing.ImageFiles;
import renditions.testing.Metadata;
import renditions.testing.Mutations;
import renditions.testing.Soak;

/// Whatever a file says, the guard ends without an exception, takes steps in proportion to the bytes and little heap.
class GuardFuzzTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Steps for each byte, and those that files of any size may take.
    private static final long STEPS_PER_BYTE = 24;
    private static final long FREE_STEPS = 2_000;

    private static final long HEAP = 1_000_000;

    private static final byte[] STILL = HostilePictures.webp(HostilePictures.webpChunk("VP8L", new byte[20]));

    private static final List<byte[]> SOUND = List.of(
            Metadata.jpegWithExif(
                    Metadata.jpegWithProfile(ImageFiles.jpeg(Drawing.photo(40, 30)), new byte[50]),
                    Metadata.orientationAndPlace(6)),
            HostilePictures.jpegWithScans(12),
            Metadata.pngWith(
                    Metadata.pngWith(ImageFiles.png(Drawing.photo(8, 8)), "tEXt", new byte[30]),
                    "eXIf",
                    Metadata.orientationAndPlace(3)),
            HostilePictures.webpWith(STILL, 9, 9, "EXIF", Metadata.orientationAndPlace(8)),
            HostilePictures.webpWithFrames(STILL, 9, 9, 5),
            HostilePictures.gifWithFrames(5),
            HostilePictures.tiffWithDirectories(5),
            HostilePictures.tiffWithSamples(4),
            Bytes.of(
                    "II+\0\10\0\0\0\20\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\16\1\2\0\1\1\1\1\1\1\1\1\2\2\2\2\2\2\2\2\0\0\0\0"),
            HeifFile.of(
                    types("grid", "av01", "av01", "Exif"),
                    properties(new byte[][] {size(64, 64), size(32, 32)}, 1, 2, 2, 2),
                    tiles(1, 2, 3, 2, 3),
                    data(2, joined(unit(1, sequence(32, 32)), unit(6, new byte[9]), unit(3, new byte[2])))));

    @Test
    void no_change_of_a_file_takes_many_steps_much_heap_or_an_exception() {
        var random = new Random(17);
        var mutations = new Mutations(random);
        for (int input = 0; input < Soak.times(20_000, 1_000_000); input++) {
            int sound = random.nextInt(SOUND.size());
            assertBounded(mutations.of(SOUND.get(sound)), "input " + input + ", of " + sound);
        }
    }

    /// Steps grow with the bytes and not with their square, although all directories are one and every box overlaps.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void files_that_refer_to_themselves_take_steps_in_proportion(int times) {
        var exif = HostilePictures.loopingExif(6);
        assertBounded(HostilePictures.webpWith(STILL, 9, 9, "EXIF", HostilePictures.repeated(exif, times)), "EXIF");
        assertBounded(HostilePictures.gifWithFrames(10_000 * times), "GIF");
        assertBounded(HostilePictures.tiffWithDirectories(1_000 * times), "TIFF");
        var entries = HostilePictures.repeated(HostilePictures.entry(279, 3, 0xffff_ffffL, 8), 100 * times);
        assertBounded(
                joined(Bytes.of("MM\0*\0\0\0\10"), Bytes.bigEndian16(100 * times), entries, Bytes.bigEndian32(8)),
                "overlapping TIFF");
    }

    private static void assertBounded(byte[] file, String name) {
        try (var arena = Arena.ofConfined()) {
            var upload = new CountedUpload(arena, file);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            Guard.problem(upload, ImageLimits.DEFAULT);
            long heap = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(upload.steps())
                    .as("steps of %s, %d bytes", name, file.length)
                    .isLessThanOrEqualTo(STEPS_PER_BYTE * file.length + FREE_STEPS);
            assertThat(heap).as("heap of %s", name).isLessThan(HEAP);
        }
    }
}
