package renditions.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Sizes of every fit, for random pictures and boxes, compared with the formulas that sharp documents.
class FitTest {
    private static final int ROUNDS = 20_000;

    private static RenditionSpec spec(int width, int height, Fit fit, boolean enlarge) {
        return new RenditionSpec(
                "a", width, height, fit, Gravity.CENTRE, enlarge, Colour.WHITE, false, List.of(Format.JPEG), 80);
    }

    /// A side: short ones are as frequent as long ones.
    private static int side(Random random, int longest) {
        return 1 + random.nextInt(1 + random.nextInt(longest));
    }

    @ParameterizedTest
    @EnumSource
    void sizes_are_those_of_the_formulas(Fit fit) {
        var random = new Random(fit.id().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            var picture = new PixelSize(side(random, 8_000), side(random, 8_000));
            var box = new PixelSize(side(random, 4_000), side(random, 4_000));
            boolean enlarge = random.nextBoolean();
            var geometry = spec(box.width(), box.height(), fit, enlarge).geometry(picture);
            var expected = byFormula(picture, box, fit, enlarge);
            if (Math.max(expected.width(), expected.height()) > RenditionSpec.LONGEST_SIDE) {
                assertThat(geometry.scaled().width()).isLessThanOrEqualTo(RenditionSpec.LONGEST_SIDE);
                continue;
            }
            assertThat(geometry.scaled())
                    .as("%s %s in %s, enlarged %s", fit, picture, box, enlarge)
                    .isEqualTo(expected);
            assertThat(geometry.canvas())
                    .isEqualTo(
                            switch (fit) {
                                case INSIDE, FILL, OUTSIDE -> expected;
                                case CONTAIN -> box;
                                case COVER -> geometry.cut();
                            });
        }
    }

    /// The size after scaling. Source: sharp, `common.cc`, `ResolveShrink`; a size is rounded to the nearest pixel.
    private static PixelSize byFormula(PixelSize picture, PixelSize box, Fit fit, boolean enlarge) {
        double across = (double) picture.width() / box.width();
        double down = (double) picture.height() / box.height();
        switch (fit) {
            case COVER, OUTSIDE -> across = down = Math.min(across, down);
            case CONTAIN, INSIDE -> across = down = Math.max(across, down);
            case FILL -> {}
        }
        double least = enlarge ? 0 : 1;
        return new PixelSize((int) Math.max(1, Math.round(picture.width() * (1 / Math.max(least, across)))), (int)
                Math.max(1, Math.round(picture.height() * (1 / Math.max(least, down)))));
    }

    @Test
    void cover_gives_the_box_or_the_largest_part_of_its_shape() {
        var random = new Random(9);
        for (int round = 0; round < ROUNDS; round++) {
            var picture = new PixelSize(side(random, 8_000), side(random, 8_000));
            var box = new PixelSize(side(random, 4_000), side(random, 4_000));
            var cut = spec(box.width(), box.height(), Fit.COVER, false)
                    .geometry(picture)
                    .cut();
            if (picture.width() >= box.width() && picture.height() >= box.height()) {
                assertThat(cut).isEqualTo(box);
            } else {
                double shape = (double) box.width() / box.height();
                assertThat(cut.width() == picture.width() || cut.height() == picture.height())
                        .isTrue();
                assertThat(Math.abs(cut.width() - cut.height() * shape) <= 0.51 * Math.max(1, shape)
                                || cut.width() == 1
                                || cut.height() == 1)
                        .as("%s of %s in %s", cut, picture, box)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_picture_is_enlarged_unless_that_is_allowed_and_no_side_gets_too_long(Fit fit) {
        var random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            boolean enlarge = round % 2 == 0;
            var picture = new PixelSize(side(random, 65_535), side(random, 65_535));
            var spec = spec(
                    side(random, RenditionSpec.LONGEST_SIDE), side(random, RenditionSpec.LONGEST_SIDE), fit, enlarge);
            var geometry = spec.geometry(picture);
            int longest = RenditionSpec.LONGEST_SIDE;
            assertThat(geometry.canvas().width()).isLessThanOrEqualTo(longest);
            assertThat(geometry.canvas().height()).isLessThanOrEqualTo(longest);
            assertThat(geometry.scaled().width()).isLessThanOrEqualTo(Math.max(longest, picture.width()));
            assertThat(geometry.scaled().height()).isLessThanOrEqualTo(Math.max(longest, picture.height()));
            if (!enlarge) {
                assertThat(geometry.scaled().width()).isLessThanOrEqualTo(picture.width());
                assertThat(geometry.scaled().height()).isLessThanOrEqualTo(picture.height());
            }
            var base = spec.base(picture);
            assertThat(base.width()).isBetween(1, picture.width());
            assertThat(base.width())
                    .isGreaterThanOrEqualTo(
                            Math.min(picture.width(), geometry.scaled().width()));
            assertThat(base.height())
                    .isGreaterThanOrEqualTo(
                            Math.min(picture.height(), geometry.scaled().height()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NORTHWEST, 0, 0",
        "NORTH, 3, 0",
        "NORTHEAST, 7, 0",
        "WEST, 0, 2",
        "CENTRE, 3, 2",
        "EAST, 7, 2",
        "SOUTHWEST, 0, 4",
        "SOUTH, 3, 4",
        "SOUTHEAST, 7, 4"
    })
    void a_gravity_is_a_place(Gravity gravity, int left, int top) {
        assertThat(gravity.left(17, 10)).isEqualTo(left);
        assertThat(gravity.top(9, 5)).isEqualTo(top);
        assertThat(Gravity.of(gravity.id())).contains(gravity);
    }

    @Test
    void colours_are_read_and_written() {
        assertThat(Colour.of("#0a80fF")).contains(new Colour(10, 128, 255, 255));
        assertThat(Colour.of("#0a80ff7f")).contains(new Colour(10, 128, 255, 127));
        assertThat(Colour.of(new Colour(1, 2, 3, 4).toString())).contains(new Colour(1, 2, 3, 4));
        assertThat(List.of("", "0a80ff", "#0a80f", "#0a80fg", "#0a80ff7"))
                .allSatisfy(wrong -> assertThat(Colour.of(wrong)).isEmpty());
    }
}
