package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import renditions.image.Colour;
import renditions.image.Encoding;
import renditions.image.Fit;
import renditions.image.Format;
import renditions.image.Gravity;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.RenditionSpec;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.Likeness;
import renditions.testing.Patches;
import renditions.testing.Pixels;

/// What the fits, gravities and backgrounds of renditions look like.
class FitsIT {
    private static final BufferedImage PHOTO = Drawing.photo(300, 200);
    private static final Colour BLUE = new Colour(10, 20, 230, 255);

    private static RenditionSpec spec(
            int width, int height, Fit fit, Gravity gravity, boolean enlarge, Colour background, boolean sharpen) {
        return new RenditionSpec(
                "a", width, height, fit, gravity, enlarge, background, sharpen, List.of(Format.PNG), 80);
    }

    private static BufferedImage made(BufferedImage picture, RenditionSpec spec) {
        try (var base = Engine.decode(ImageFiles.png(picture));
                var made = made(base, spec)) {
            return Engine.seen(made);
        }
    }

    private static Picture made(Picture base, RenditionSpec spec) {
        var geometry = spec.geometry(base.size());
        var made = Engine.picture(base.resize(Engine.NEVER, geometry));
        assertThat(made.size()).isEqualTo(geometry.canvas());
        return made;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ENTROPY", "ATTENTION"})
    void cover_keeps_the_part_of_its_gravity(Gravity gravity) {
        for (var size : List.of(new PixelSize(20, 60), new PixelSize(90, 20), new PixelSize(400, 900))) {
            var spec = spec(size.width(), size.height(), Fit.COVER, gravity, false, Colour.WHITE, false);
            var geometry = spec.geometry(new PixelSize(300, 200));
            var whole = Pixels.scaled(PHOTO, geometry.scaled());
            var cut = geometry.cut();
            var part = whole.getSubimage(
                    gravity.left(whole.getWidth(), cut.width()),
                    gravity.top(whole.getHeight(), cut.height()),
                    cut.width(),
                    cut.height());
            var likeness = Likeness.between(made(PHOTO, spec), part);
            assertThat(likeness.most()).as("%s in %s", gravity, size).isLessThan(8);
        }
    }

    /// Something striking on plain ground.
    private static BufferedImage striking(int left, int top, boolean noise) {
        var picture = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(120, 130, 125));
        pen.fillRect(0, 0, 600, 400);
        if (noise) {
            pen.drawImage(Drawing.noise(80, 80), left, top, null);
        } else {
            pen.setColor(Color.RED);
            pen.fillOval(left, top, 80, 80);
        }
        return picture;
    }

    @ParameterizedTest
    @CsvSource({"ATTENTION, 20, 30", "ATTENTION, 500, 300", "ENTROPY, 20, 30", "ENTROPY, 500, 300"})
    void what_is_worth_seeing_is_kept(Gravity gravity, int left, int top) {
        var picture = striking(left, top, gravity == Gravity.ENTROPY);
        for (var size : List.of(new PixelSize(100, 100), new PixelSize(40, 200), new PixelSize(300, 60))) {
            var spec = spec(size.width(), size.height(), Fit.COVER, gravity, false, Colour.WHITE, false);
            var seen = made(picture, spec);
            long plain = IntStream.range(0, seen.getWidth() * seen.getHeight())
                    .filter(pixel ->
                            Pixels.distance(seen.getRGB(pixel % seen.getWidth(), pixel / seen.getWidth()), 0x78827d)
                                    < 12)
                    .count();
            double share = 1 - (double) plain / seen.getWidth() / seen.getHeight();
            assertThat(share).as("%s at %d %d in %s", gravity, left, top, size).isGreaterThan(0.03);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ENTROPY", "ATTENTION"})
    void contain_places_the_picture_on_its_background(Gravity gravity) {
        var spec = spec(150, 160, Fit.CONTAIN, gravity, false, BLUE, false);
        var seen = made(PHOTO, spec);
        int top = gravity.top(160, 100);
        Likeness.assertAlike(seen.getSubimage(0, top, 150, 100), Pixels.scaled(PHOTO, new PixelSize(150, 100)));
        for (int y = 0; y < 160; y++) {
            boolean ground = y < top || y >= top + 100;
            assertThat(!ground || seen.getRGB(75, y) == 0xff0a14e6)
                    .as("row %d", y)
                    .isTrue();
        }
    }

    @Test
    void a_background_may_be_transparent_and_grey_pictures_may_get_a_colour() {
        var clear = made(PHOTO, spec(150, 160, Fit.CONTAIN, Gravity.NORTH, false, new Colour(0, 0, 0, 0), false));
        assertThat(clear.getRGB(75, 159) >>> 24).isZero();
        assertThat(clear.getRGB(75, 20) >>> 24).isEqualTo(255);
        var grey = made(Drawing.grey(300, 200), spec(150, 160, Fit.CONTAIN, Gravity.NORTH, false, BLUE, false));
        assertThat(grey.getRGB(75, 159)).isEqualTo(0xff0a14e6);
        var fading = made(Drawing.fading(300, 200), spec(150, 160, Fit.CONTAIN, Gravity.NORTH, false, BLUE, false));
        assertThat(fading.getRGB(75, 159)).isEqualTo(0xff0a14e6);
        assertThat(fading.getRGB(149, 20) >>> 24).isLessThan(50);
    }

    @Test
    void transparent_pixels_get_the_background_in_jpeg() {
        for (var picture : List.of(Drawing.hiddenGreen(60, 40), Pixels.grey(Drawing.hiddenGreen(60, 40)))) {
            try (var base = Engine.decode(ImageFiles.png(picture));
                    var file = Engine.encoded(base.encode(Engine.NEVER, new Encoding(Format.JPEG, 95, BLUE)))) {
                int seen = ImageFiles.read(Engine.bytes(file.bytes())).getRGB(50, 20);
                assertThat(Pixels.distance(seen, 0x0a14e6)).as("%06x", seen).isLessThan(6);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"INSIDE, 600, 900", "FILL, 500, 350", "OUTSIDE, 600, 500", "COVER, 400, 900", "CONTAIN, 700, 500"})
    void pictures_are_enlarged_where_that_is_allowed(Fit fit, int width, int height) {
        var spec = spec(width, height, fit, Gravity.CENTRE, true, Colour.WHITE, false);
        var geometry = spec.geometry(new PixelSize(300, 200));
        var seen = made(PHOTO, spec);
        var whole = Pixels.scaled(PHOTO, geometry.scaled());
        var part = whole.getSubimage(
                Gravity.CENTRE.left(whole.getWidth(), geometry.cut().width()),
                Gravity.CENTRE.top(whole.getHeight(), geometry.cut().height()),
                geometry.cut().width(),
                geometry.cut().height());
        var shown = seen.getSubimage(
                Gravity.CENTRE.left(seen.getWidth(), part.getWidth()),
                Gravity.CENTRE.top(seen.getHeight(), part.getHeight()),
                part.getWidth(),
                part.getHeight());
        Likeness.assertAlike(shown, part);
    }

    @Test
    void sharpening_steepens_edges_and_leaves_plain_parts_and_transparency() {
        var plain = spec(48, 36, Fit.INSIDE, Gravity.CENTRE, false, Colour.WHITE, false);
        var sharp = spec(48, 36, Fit.INSIDE, Gravity.CENTRE, false, Colour.WHITE, true);
        var before = made(Patches.picture(), plain);
        var after = made(Patches.picture(), sharp);
        assertThat(Likeness.between(before, after).most()).isGreaterThan(4);
        var patches = Patches.seen(after);
        for (int patch = 0; patch < patches.size(); patch++) {
            assertThat(Pixels.distance(patches.get(patch), Patches.COLOURS.get(patch)))
                    .isLessThan(8);
        }
        var fading = made(Drawing.fading(300, 200), sharp);
        assertThat(fading.getRGB(47, 16) >>> 24).isBetween(15, 50);
        assertThat(made(Drawing.grey(300, 200), sharp).getWidth()).isEqualTo(48);
    }
}
