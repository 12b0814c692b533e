package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import renditions.batch.Cost;
import renditions.catalog.RenditionSet;
import renditions.catalog.Source;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.PixelSize;
import renditions.image.Storage;
import renditions.store.ObjectId;
import renditions.testing.PaperProfile;

class CostModelTest {
    private static final PixelSize TEN_MEGAPIXELS = new PixelSize(4_000, 2_500);
    private static final RenditionSet SET =
            RenditionSet.parse("[{\"name\":\"a\",\"width\":1000,\"formats\":[\"jpeg\"]}]");
    private static final Percentage CLOSE = Percentage.withPercentage(1);

    /// Enough measurements for earlier ones not to matter.
    private static final int MANY = 400;

    private static final Header USUAL =
            new Header(Format.JPEG, new PixelSize(1_600, 1_200), 1, false, false, Storage.PHOTO);
    private static final RenditionSet EVERYTHING = RenditionSet.parse(RenditionSet.DEFAULT);

    private final CostModel costs = new CostModel(new PaperProfile());

    @ParameterizedTest
    @EnumSource
    void something_is_expected_of_every_format_before_any_was_seen(Format format) {
        assertThat(costs.fromHeader(header(format), 5_000_000, TEN_MEGAPIXELS, SET)
                        .nanos())
                .isPositive();
        assertThat(costs.encoding(format, TEN_MEGAPIXELS)).isPositive();
    }

    @Test
    void an_upload_of_unknown_size_is_expected_to_take_something() {
        assertThat(costs.of(named("a.jpg", OptionalLong.empty())).pixelNanos()).isPositive();
    }

    @Test
    void a_larger_upload_is_expected_to_take_longer() {
        assertThat(cost(10_000_000).pixelNanos())
                .isBetween(
                        9 * cost(1_000_000).pixelNanos(), 10 * cost(1_000_000).pixelNanos());
        assertThat(cost(10_000_000).waitNanos()).isGreaterThan(cost(1_000_000).waitNanos());
        assertThat(cost(Long.MAX_VALUE).nanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void what_was_measured_counts_more_and_more() {
        for (int i = 0; i < MANY; i++) {
            costs.decoded(header(Format.JPEG), 50_000_000); // 5 ns a pixel
            costs.resized(TEN_MEGAPIXELS, 20_000_000); // 2 ns a pixel
            costs.encoded(Format.JPEG, new PixelSize(1_000, 625), 6_250_000); // 10 ns a pixel
            costs.called(10_000_000);
        }

        long expected = costs.fromHeader(header(Format.JPEG), 5_000_000, TEN_MEGAPIXELS, SET)
                .nanos();

        assertThat(expected).isCloseTo(50_000_000 + 20_000_000 + 6_250_000 + 2 * 10_000_000, CLOSE);
    }

    @Test
    void what_varies_is_expected_on_the_careful_side() {
        for (int i = 0; i < MANY; i++) {
            costs.encoded(Format.AVIF, TEN_MEGAPIXELS, i % 2 == 0 ? 1_000_000_000 : 2_000_000_000);
        }

        assertThat(costs.encoding(Format.AVIF, TEN_MEGAPIXELS)).isBetween(2_300_000_000L, 2_900_000_000L);
    }

    @Test
    void large_pieces_of_work_count_as_much_as_they_are_large() {
        for (int i = 0; i < MANY; i++) {
            costs.encoded(Format.WEBP, new PixelSize(1_000, 1_000), 30_000_000);
            costs.encoded(Format.WEBP, new PixelSize(10, 10), 1_000_000); // 10,000 ns a pixel
        }

        assertThat(costs.encoding(Format.WEBP, new PixelSize(1_000, 1_000))).isBetween(30_000_000L, 40_000_000L);
    }

    @Test
    void what_is_likely_is_told_from_what_is_to_spare() {
        for (int i = 0; i < MANY; i++) {
            costs.decoded(header(Format.JPEG), i % 2 == 0 ? 100_000_000 : 300_000_000);
            costs.resized(TEN_MEGAPIXELS, 0);
            costs.encoded(Format.JPEG, TEN_MEGAPIXELS, 0);
            costs.called(0);
        }

        var cost = costs.fromHeader(header(Format.JPEG), 5_000_000, TEN_MEGAPIXELS, SET);

        assertThat(cost.pixelNanos()).isCloseTo(200_000_000, Percentage.withPercentage(10));
        assertThat(cost.spareNanos()).isCloseTo(200_000_000, Percentage.withPercentage(10));
    }

    @Test
    void tiny_pictures_say_nothing_about_large_ones() {
        long before = costs.fromHeader(header(Format.PNG), 5_000_000, TEN_MEGAPIXELS, SET)
                .nanos();
        var tiny = new Header(Format.PNG, new PixelSize(1, 1), 1, false, false, Storage.PHOTO);
        for (int i = 0; i < MANY; i++) {
            costs.decoded(tiny, 2_000_000); // two seconds for each thousand pixels
            costs.resized(new PixelSize(1, 1), 100_000);
            costs.encoded(Format.JPEG, new PixelSize(1, 1), 100_000);
        }

        assertThat(costs.fromHeader(header(Format.PNG), 5_000_000, TEN_MEGAPIXELS, SET)
                        .nanos())
                .isLessThan(6 * before);
    }

    @Test
    void small_pictures_teach_the_fixed_part_and_large_ones_the_rate() {
        for (int i = 0; i < MANY; i++) {
            for (int width : List.of(10, 100, 1_000, 4_000)) {
                var size = new PixelSize(width, width);
                costs.encoded(Format.WEBP, size, 5_000_000 + 40 * size.pixels());
            }
        }

        assertThat(costs.encoding(Format.WEBP, new PixelSize(1, 1)))
                .isCloseTo(5_000_000, Percentage.withPercentage(20));
        assertThat(costs.encoding(Format.WEBP, new PixelSize(6_000, 4_000)))
                .isCloseTo(5_000_000 + 40 * 24_000_000, Percentage.withPercentage(20));
    }

    @Test
    void an_outlier_counts_as_what_takes_twice_as_long() {
        for (int i = 0; i < MANY; i++) {
            costs.encoded(Format.AVIF, TEN_MEGAPIXELS, 1_000_000_000);
        }
        long before = costs.encoding(Format.AVIF, TEN_MEGAPIXELS);

        costs.encoded(Format.AVIF, TEN_MEGAPIXELS, TimeUnit.HOURS.toNanos(1));

        assertThat(costs.encoding(Format.AVIF, TEN_MEGAPIXELS)).isBetween(before, before + before / 4);
    }

    @Test
    void small_jpegs_say_nothing_about_a_large_png_nor_much_about_a_large_upload_of_unknown_format() {
        var small = new Header(Format.JPEG, new PixelSize(120, 90), 1, false, false, Storage.PHOTO);
        for (int i = 0; i < 120; i++) {
            costs.decoded(small, 20_000_000);
            costs.encoded(Format.WEBP, small.size(), 30_000_000);
            costs.fromHeader(small, 5_000, small.size(), EVERYTHING);
        }

        assertThat(costs.of(named("a.PNG", OptionalLong.of(36_000_000))).nanos())
                .isLessThan(TimeUnit.SECONDS.toNanos(15));
        assertThat(costs.of(named("without", OptionalLong.of(36_000_000))).nanos())
                .isLessThan(TimeUnit.SECONDS.toNanos(60));
    }

    @ParameterizedTest
    @CsvSource({"a.png, true", "a.PNG, true", "a.jpg, false", "a.jpeg, false", "png, true", "a.png.jpg, false"})
    void what_a_key_ends_in_hints_at_its_format(String key, boolean png) {
        for (int i = 0; i < MANY; i++) {
            costs.decoded(header(Format.PNG), 100_000_000_000L);
            costs.fromHeader(header(Format.PNG), 5_000_000, TEN_MEGAPIXELS, SET);
        }

        assertThat(costs.of(named(key, OptionalLong.of(5_000_000))).nanos() > 50_000_000_000L)
                .isEqualTo(png);
    }

    @Test
    void an_encoding_that_was_not_begun_is_doubted() {
        long guess = costs.encoding(Format.AVIF, TEN_MEGAPIXELS);
        for (int i = 0; i < MANY; i++) {
            costs.encoded(Format.AVIF, TEN_MEGAPIXELS, 60_000_000_000L);
        }
        assertThat(costs.encoding(Format.AVIF, TEN_MEGAPIXELS)).isGreaterThan(50_000_000_000L);

        costs.doubtEncoding(Format.AVIF, TEN_MEGAPIXELS);

        assertThat(costs.encoding(Format.AVIF, TEN_MEGAPIXELS)).isEqualTo(guess);
    }

    @Test
    void good_experience_stands_all_doubt() {
        for (int i = 0; i < MANY; i++) {
            costs.encoded(Format.AVIF, TEN_MEGAPIXELS, 1_000_000);
        }
        long before = costs.encoding(Format.AVIF, TEN_MEGAPIXELS);

        costs.doubtEncoding(Format.AVIF, TEN_MEGAPIXELS);

        assertThat(costs.encoding(Format.AVIF, TEN_MEGAPIXELS)).isEqualTo(before);
    }

    @Test
    void a_header_teaches_what_a_byte_costs() {
        long before = cost(5_000_000).pixelNanos();
        for (int i = 0; i < MANY; i++) {
            costs.decoded(header(Format.JPEG), 10_000_000);
            costs.resized(TEN_MEGAPIXELS, 1_000_000);
            costs.encoded(Format.JPEG, TEN_MEGAPIXELS, 1_000_000);
            costs.fromHeader(header(Format.JPEG), 5_000_000, TEN_MEGAPIXELS, SET);
        }

        assertThat(cost(5_000_000).pixelNanos()).isLessThan(before / 10);
    }

    @Test
    void a_slow_network_is_learned() {
        for (int i = 0; i < MANY; i++) {
            costs.downloaded(1_000_000, 1_000_000_000);
            costs.downloaded(4_000_000, 4_000_000_000L);
        }

        assertThat(cost(10_000_000).waitNanos()).isGreaterThan(10_000_000_000L);
    }

    @Test
    void after_some_pictures_like_it_what_is_expected_is_careful_and_not_much_more() {
        var noise = new Random(1);
        for (int i = 0; i < 40; i++) {
            learn(() -> 0.9 + 0.2 * noise.nextDouble());
        }

        assertThat(usual().nanos()).isBetween((long) (1.1 * usualNanos()), (long) (1.3 * usualNanos()));
    }

    @Test
    void what_a_first_belief_was_off_by_is_soon_forgotten() {
        learn(() -> 10);
        for (int i = 0; i < 40; i++) {
            learn(() -> 1);
        }

        assertThat(usual().nanos()).isBetween(usualNanos(), (long) (1.3 * usualNanos()));
    }

    @Test
    void a_busy_machine_that_slows_every_piece_of_a_picture_is_reckoned_with() {
        for (int i = 0; i < MANY; i++) {
            double slow = i % 2 == 0 ? 0.5 : 1.5;
            learn(() -> slow);
        }

        assertThat(usual().nanos()).isBetween((long) (1.9 * usualNanos()), (long) (2.2 * usualNanos()));
    }

    /// Learns all pieces of one usual picture. Its resizes take the same time for each pixel of their source.
    ///
    /// @param factor gives for each piece how much longer than usual it takes
    private void learn(DoubleSupplier factor) {
        costs.decoded(USUAL, (long) (USUAL.size().pixels() * 5 * factor.getAsDouble()));
        for (var spec : EVERYTHING.specs()) {
            var cut = spec.geometry(USUAL.size()).cut();
            costs.resized(USUAL.size(), (long) (USUAL.size().pixels() * 3 * factor.getAsDouble()));
            costs.encoded(Format.WEBP, cut, (long) (cut.pixels() * 43 * factor.getAsDouble()));
            costs.encoded(Format.JPEG, cut, (long) (cut.pixels() * 10 * factor.getAsDouble()));
        }
        for (int call = 0; call < 10; call++) {
            costs.called((long) (10_000_000 * factor.getAsDouble()));
        }
    }

    private static long usualNanos() {
        long encoded = EVERYTHING.specs().stream()
                .mapToLong(spec -> spec.geometry(USUAL.size()).cut().pixels())
                .sum();
        long resized = EVERYTHING.specs().size() * USUAL.size().pixels();
        return USUAL.size().pixels() * 5 + resized * 3 + encoded * (43 + 10) + 2 * 10_000_000;
    }

    private Cost usual() {
        return costs.fromHeader(USUAL, 250_000, USUAL.size(), EVERYTHING);
    }

    private Cost cost(long bytes) {
        return costs.of(named("a.jpg", OptionalLong.of(bytes)));
    }

    private static Source named(String key, OptionalLong size) {
        return new Source(new ObjectId("in", key), null, size, null, 1);
    }

    private static Header header(Format format) {
        return new Header(format, TEN_MEGAPIXELS, 1, false, false, Storage.PHOTO);
    }
}
