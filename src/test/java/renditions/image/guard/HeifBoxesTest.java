package renditions.image.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.testing.Bytes.joined;
import static renditions.testing.HeifFile.box;
import static renditions.testing.HeifFile.data;
import static renditions.testing.HeifFile.properties;
import static renditions.testing.HeifFile.sequence;
import static renditions.testing.HeifFile.size;
import static renditions.testing.HeifFile.tiles;
import static renditions.testing.HeifFile.types;
import static renditions.testing.HeifFile.unit;
import static renditions.testing.HostilePictures.repeated;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import renditions.image.ImageProblem.Kind;
import renditions.testing.Bytes;
import renditions.testing.HeifFile;

class HeifBoxesTest {
    private static final int SEQUENCE = 1;
    private static final int FRAME = 6;
    private static final int PADDING = 15;

    @Test
    void items_of_metadata_get_a_name_that_nobody_knows() {
        assertThat(Guarded.passed(HeifFile.of(types("av01", "Exif", "mime", "uri "))))
                .isEqualTo(HeifFile.of(types("av01", "skip", "skip", "skip")));
    }

    @Test
    void an_animation_becomes_its_still_picture() {
        var film = joined(
                box("ftyp", Bytes.of("avis\0\0\0\0avifavismsf1mif1")),
                box("meta", new byte[4]),
                box("moov", new byte[9]));
        var still = joined(
                box("ftyp", Bytes.of("avif\0\0\0\0avifavifmif1mif1")),
                box("meta", new byte[4]),
                box("free", new byte[9]));
        assertThat(Guarded.passed(film)).isEqualTo(still);
    }

    @Test
    void a_thousand_items_pass_and_more_do_not() {
        Guarded.passed(HeifFile.of(types(many("av01", Limits.HEIF_ITEMS))));
        Guarded.assertRefused(HeifFile.of(types(many("av01", Limits.HEIF_ITEMS + 1))), "more than 1,000 boxes");
        var half = many("av01", Limits.HEIF_ITEMS / 2);
        Guarded.passed(HeifFile.of(types(half), types(501, half)));
        Guarded.assertRefused(
                HeifFile.of(types(half), types(501, half), types(1_001, "av01")), "more than 1,000 items");
    }

    @Test
    void sides_of_65535_pixels_pass_and_longer_ones_do_not() {
        Guarded.passed(HeifFile.of(properties(new byte[][] {size(65_535, 65_535)}, 1)));
        Guarded.assertRefused(
                Kind.TOO_LARGE, HeifFile.of(properties(new byte[][] {size(65_536, 1)}, 1)), "no side may be longer");
        Guarded.assertRefused(
                Kind.TOO_LARGE, HeifFile.of(properties(new byte[][] {size(1, -1)}, 1)), "it is 1x4294967295");
    }

    @Test
    void a_thousand_properties_pass_and_more_do_not() {
        Guarded.passed(HeifFile.of(properties(many(size(8, 8), Limits.HEIF_ITEMS))));
        Guarded.assertRefused(
                HeifFile.of(properties(many(size(8, 8), Limits.HEIF_ITEMS + 1))), "more than 1,000 properties");
    }

    @Test
    void two_thousand_tiles_pass_and_more_do_not() {
        Guarded.passed(grid(64, Limits.HEIF_TILES));
        Guarded.assertRefused(grid(64, Limits.HEIF_TILES + 1), "more than 2,000 tiles");
    }

    @Test
    void tiles_may_overlap_only_so_far() {
        Guarded.passed(grid(1_000, 200));
        Guarded.assertRefused(grid(1_000, 201), "more than 200,000,000 pixels in its tiles");
    }

    @Test
    void a_grid_of_grids_is_refused() {
        Guarded.assertRefused(HeifFile.of(types("grid", "grid"), tiles(1, 2)), "level of grids");
    }

    @Test
    void forty_frames_pass_and_more_do_not() {
        var frame = unit(FRAME, new byte[3]);
        Guarded.passed(picture(8, 8, repeated(frame, Limits.AV1_FRAMES)));
        Guarded.assertRefused(picture(8, 8, repeated(frame, Limits.AV1_FRAMES + 1)), "more than 40 frames");
    }

    @Test
    void many_units_pass_and_more_do_not() {
        var padding = unit(PADDING, new byte[0]);
        Guarded.passed(picture(8, 8, repeated(padding, Limits.AV1_UNITS)));
        Guarded.assertRefused(picture(8, 8, repeated(padding, Limits.AV1_UNITS + 1)), "more than 20,000 units");
    }

    @Test
    void data_may_hold_a_picture_four_times_as_large_as_its_size_says() {
        Guarded.passed(picture(100, 100, unit(SEQUENCE, sequence(200, 200))));
        Guarded.assertRefused(picture(100, 100, unit(SEQUENCE, sequence(200, 201))), "more than 40,000 pixels");
    }

    @Test
    void data_may_stand_in_parts() {
        var frame = unit(FRAME, new byte[3]);
        var halves = many(Arrays.copyOf(frame, 3), Limits.HEIF_EXTENTS);
        for (int half = 1; half < halves.length; half += 2) {
            halves[half] = Arrays.copyOfRange(frame, 3, 5);
        }
        Guarded.passed(picture(8, 8, halves));
        halves[1] = joined(halves[1], repeated(frame, Limits.AV1_FRAMES - Limits.HEIF_EXTENTS / 2));
        Guarded.passed(picture(8, 8, halves));
        halves[1] = joined(halves[1], frame);
        Guarded.assertRefused(picture(8, 8, halves), "more than 40 frames");
        Guarded.assertRefused(picture(8, 8, many(frame, Limits.HEIF_EXTENTS + 1)), "more than 32 parts of an item");
    }

    @Test
    void ten_turns_of_a_picture_pass_and_more_do_not() {
        Guarded.passed(turned(Limits.HEIF_TURNS));
        Guarded.assertRefused(turned(Limits.HEIF_TURNS + 1), "more than 10 turns of a picture");
    }

    @Test
    void auxiliary_pictures_count_as_tiles() {
        Guarded.passed(chain(4));
        Guarded.assertRefused(chain(5), "more than 200,000,000 pixels in its tiles");
    }

    @Test
    void frames_of_all_pictures_have_only_so_many_pixels() {
        var frame = unit(FRAME, new byte[3]);
        Guarded.passed(picture(5_000, 10_000, repeated(frame, 4)));
        Guarded.assertRefused(picture(5_000, 10_000, repeated(frame, 5)), "more than 200,000,000 pixels in all");
    }

    @Test
    void a_second_list_of_places_or_properties_is_refused() {
        var frame = unit(FRAME, new byte[3]);
        Guarded.assertRefused(HeifFile.of(types("av01"), data(1, frame), data(1, frame)), "more than 1 'iloc' box");
        var properties = properties(new byte[][] {size(8, 8)}, 1);
        Guarded.assertRefused(HeifFile.of(types("av01"), properties, properties), "more than 1 'iprp' box");
        Guarded.assertRefused(joined(HeifFile.of(), HeifFile.of()), "more than 1 'meta' box");
    }

    @Test
    void a_configuration_is_data_too() {
        Guarded.passed(configured(sequence(200, 200)));
        Guarded.assertRefused(configured(sequence(200, 201)), "more than 40,000 pixels");
    }

    private static byte[] configured(byte[] sequence) {
        var configuration = box("av1C", new byte[4], unit(SEQUENCE, sequence));
        var properties = box("ipco", size(100, 100), configuration);
        var both = new byte[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 1, 2};
        return HeifFile.of(types("av01"), box("iprp", properties, box("ipma", both)));
    }

    /// A grid of this many square tiles, all of them the same picture.
    private static byte[] grid(int side, int tiles) {
        var same = new int[tiles];
        Arrays.fill(same, 2);
        return HeifFile.of(types("grid", "av01"), properties(new byte[][] {size(side, side)}, 1, 1), tiles(1, same));
    }

    /// One picture with the same turn several times.
    private static byte[] turned(int times) {
        var turns = new byte[times];
        Arrays.fill(turns, (byte) 1);
        var item = joined(new byte[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 1, (byte) times}, turns);
        return HeifFile.of(types("av01"), box("iprp", box("ipco", box("irot", new byte[1])), box("ipma", item)));
    }

    /// Pictures of 50 megapixels, of which each but the first belongs to the one before.
    private static byte[] chain(int auxiliaries) {
        var indexes = new int[auxiliaries + 1];
        Arrays.fill(indexes, 1);
        var references = new byte[auxiliaries][];
        Arrays.setAll(references, item -> box("auxl", new byte[] {0, (byte) (item + 2), 0, 1, 0, (byte) (item + 1)}));
        return HeifFile.of(
                types(many("av01", auxiliaries + 1)),
                properties(new byte[][] {size(5_000, 10_000)}, indexes),
                box("iref", new byte[4], joined(references)));
    }

    private static byte[] picture(int width, int height, byte[]... data) {
        return HeifFile.of(types("av01"), properties(new byte[][] {size(width, height)}, 1), data(1, data));
    }

    private static String[] many(String type, int times) {
        var many = new String[times];
        Arrays.fill(many, type);
        return many;
    }

    private static byte[][] many(byte[] property, int times) {
        var many = new byte[times][];
        Arrays.fill(many, property);
        return many;
    }
}
