package renditions.image.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.testing.Bytes.bigEndian32;
import static renditions.testing.Bytes.joined;
import static renditions.testing.HostilePictures.entry;
import static renditions.testing.HostilePictures.repeated;
import static renditions.testing.HostilePictures.tiffEntries;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import renditions.image.ImageProblem.Kind;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.HostilePictures;
import renditions.testing.ImageFiles;
import renditions.testing.Tiffs;

class TiffDirectoriesTest {
    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final byte[] LAST = bigEndian32(0);

    @Test
    void a_plain_tiff_stays_as_it_is() {
        var tiff = ImageFiles.tiff(Drawing.photo(40, 30));
        assertThat(Guarded.passed(tiff)).isEqualTo(tiff);
    }

    @Test
    void five_samples_pass_and_six_do_not() {
        Guarded.passed(HostilePictures.tiffWithSamples(Limits.SAMPLES));
        Guarded.assertRefused(
                HostilePictures.tiffWithSamples(Limits.SAMPLES + 1), "more than 5 samples in a pixel; save it as RGB");
    }

    @Test
    void the_page_that_is_shown_is_checked_and_what_follows_it_is_not() {
        var small = Tiffs.page(Drawing.photo(8, 6));
        var preview = small.with(254, 1);
        var wide = small.with(277, Limits.SAMPLES + 1);
        for (var order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            Guarded.assertRefused(Tiffs.of(order, preview, wide), "more than 5 samples");
            Guarded.assertRefused(Tiffs.of(order, small.with(254, 4), small.with(255, 2), wide), "more than 5 samples");
            Guarded.assertRefused(Tiffs.of(order, wide.with(254, 1)), "more than 5 samples");
            Guarded.passed(Tiffs.of(order, small, wide));
            Guarded.passed(Tiffs.of(order, preview, small, wide));
        }
    }

    /// libvips would complain about some of them on the standard error stream.
    @Test
    void a_long_side_is_refused_before_libvips_sees_it() {
        Guarded.passed(tiff(entry(256, LONG, 1, Limits.SIDE)));
        Guarded.assertRefused(
                Kind.TOO_LARGE, tiff(entry(257, LONG, 1, Limits.SIDE + 1)), "no side may be longer than 65,535");
    }

    @Test
    void the_chain_ends_behind_the_last_page_that_is_allowed() {
        var most = HostilePictures.tiffWithDirectories(Limits.FRAMES);
        assertThat(Guarded.passed(most)).isEqualTo(most);
        var more = Guarded.passed(HostilePictures.tiffWithDirectories(Limits.FRAMES + 1));
        assertThat(Arrays.copyOf(more, most.length)).isEqualTo(most);
    }

    @Test
    void a_chain_that_goes_in_a_circle_is_cut() {
        var circle = joined(Bytes.of("MM\0*"), bigEndian32(8), tiffEntries(entry(256, LONG, 1, 9)), bigEndian32(8));
        var cut = joined(Bytes.of("MM\0*"), bigEndian32(8), tiffEntries(entry(256, LONG, 1, 9)), LAST);
        assertThat(Guarded.passed(circle)).isEqualTo(cut);
    }

    @Test
    void what_nobody_reads_becomes_an_empty_text() {
        var empty = entry(305, ASCII, 1, 0);
        assertThat(Guarded.passed(tiff(entry(270, ASCII, 1_000, 8), entry(34_665, LONG, 1, 8), entry(256, LONG, 1, 9))))
                .isEqualTo(tiff(empty, empty, entry(256, LONG, 1, 9)));
        var big = Bytes.of("II+\0\10\0\0\0\20\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0");
        assertThat(Guarded.passed(joined(big, Bytes.of("\16\1\2\0\1\1\1\1\1\1\1\1\2\2\2\2\2\2\2\2"), new byte[8])))
                .isEqualTo(joined(big, Bytes.of("1\1\2\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), new byte[8]));
    }

    @Test
    void a_thousand_entries_pass_and_more_do_not() {
        var entry = entry(256, LONG, 1, 9);
        Guarded.passed(tiff(repeated(entry, Limits.TIFF_ENTRIES)));
        Guarded.assertRefused(tiff(repeated(entry, Limits.TIFF_ENTRIES + 1)), "more than 1,000 entries in a directory");
    }

    @Test
    void a_colour_profile_of_32_megabytes_passes_and_a_larger_one_does_not() {
        Guarded.passed(tiff(entry(34_675, 7, Limits.PROFILE, 8)));
        Guarded.assertRefused(
                tiff(entry(34_675, 7, Limits.PROFILE + 1, 8)), "more than 32,000,000 bytes of colour profile");
    }

    @Test
    void values_that_overlap_are_counted_each_time() {
        int most = (int) (Limits.TIFF_VALUES / 1_000_000);
        Guarded.passed(withValues(most));
        Guarded.assertRefused(withValues(most + 1), "more than 50,000,000 bytes in its directory");
    }

    @Test
    void the_chain_ends_where_its_entries_are_too_many() {
        int pages = Limits.TIFF_ALL_ENTRIES / Limits.TIFF_ENTRIES;
        var most = chain(pages, repeated(entry(256, LONG, 1, 9), Limits.TIFF_ENTRIES));
        assertThat(Guarded.passed(most)).isEqualTo(most);
        var more = Guarded.passed(chain(pages + 2, repeated(entry(256, LONG, 1, 9), Limits.TIFF_ENTRIES)));
        assertThat(Arrays.copyOf(more, most.length + 2 + 12 * Limits.TIFF_ENTRIES + 4))
                .isEqualTo(chain(pages + 1, repeated(entry(256, LONG, 1, 9), Limits.TIFF_ENTRIES)));
    }

    @Test
    void the_chain_ends_where_its_values_are_too_many() {
        var page = repeated(entry(320, 1, 1_000_000, 8), 40);
        var behind = new byte[1_000_000];
        assertThat(Guarded.passed(joined(chain(3, page), behind)))
                .isEqualTo(joined(
                        chain(2, page),
                        Arrays.copyOfRange(chain(3, page), chain(2, page).length, chain(3, page).length),
                        behind));
    }

    /// This many directories with these entries.
    private static byte[] chain(int pages, byte[] entries) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(joined(Bytes.of("MM\0*"), bigEndian32(8)));
        for (int page = 1; page <= pages; page++) {
            file.writeBytes(joined(Bytes.bigEndian16(entries.length / 12), entries));
            file.writeBytes(bigEndian32(page == pages ? 0 : file.size() + 4L));
        }
        return file.toByteArray();
    }

    /// A file of more than a megabyte with this many fields, each of which is the same megabyte.
    private static byte[] withValues(int fields) {
        return joined(tiff(repeated(entry(320, 1, 1_000_000, 8), fields)), new byte[1_000_000]);
    }

    @Test
    void strips_may_overlap_up_to_250_megabytes_or_ten_times() {
        int most = (int) (Limits.TIFF_PIXELS / 1_000_000);
        Guarded.passed(withStrips(1_000_000, most));
        Guarded.assertRefused(withStrips(1_000_000, most + 1), "more than 250,000,000 bytes of pixels, which overlap");
        Guarded.passed(withStrips(26_000_000, Limits.TIFF_OVERLAP));
        Guarded.assertRefused(
                withStrips(26_000_000, Limits.TIFF_OVERLAP + 1),
                "more than 260,000,000 bytes of pixels, which overlap");
    }

    /// A file of this size with this many strips, each of which says that it is the whole file or more.
    private static byte[] withStrips(int bytes, int strips) {
        var places = joined(tiff(entry(279, LONG, strips, 26)), repeated(bigEndian32(0xffff_ffffL), strips));
        return Arrays.copyOf(places, bytes);
    }

    private static byte[] tiff(byte[]... entries) {
        var all = joined(entries);
        return joined(Bytes.of("MM\0*"), bigEndian32(8), Bytes.bigEndian16(all.length / 12), all, LAST);
    }
}
