package renditions.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// ThumbHash: a blurred picture and its shape in about 25 bytes.
///
/// It holds the low cosine waves of a picture: up to 7 a side of its luminance, 3 of each of its two colour
/// differences. A picture that is not opaque has 5 of its alpha too, and up to 5 of its luminance. All numbers are
/// rounded to 1 to 6 bits and packed, the lowest bit first.
///
/// Computed in the order of the reference and with [StrictMath], so that the same pixels give the same bytes on every
/// machine. The waves of a flat picture are only what rounding left, and the hash shows their shape too.
///
/// Source: <https://evanw.github.io/thumbhash/#details>; npm's `thumbhash` 0.1.1.
final class ThumbHash {
    private static final int OPAQUE_WAVES = 7;
    private static final int ALPHA_WAVES = 5;
    private static final int COLOUR_WAVES = 3;

    private ThumbHash() {}

    static byte[] of(Thumbnail picture) {
        boolean transparent = picture.isTransparent();
        int most = transparent ? ALPHA_WAVES : OPAQUE_WAVES;
        var size = picture.size();
        var planes = Planes.of(picture);
        var l = luminance(planes.luminance(), size, most);
        var p = Waves.of(planes.yellowToBlue(), size, COLOUR_WAVES, COLOUR_WAVES);
        var q = Waves.of(planes.greenToRed(), size, COLOUR_WAVES, COLOUR_WAVES);
        var alpha = transparent
                ? Optional.of(Waves.of(planes.alpha(), size, ALPHA_WAVES, ALPHA_WAVES))
                : Optional.<Waves>empty();
        var fields = new ArrayList<Field>();
        fields.addAll(means(l, p, q, transparent));
        fields.addAll(shape(size, most, p, q));
        alpha.ifPresent(waves -> fields.addAll(opacity(waves)));
        Stream.concat(Stream.of(l, p, q), alpha.stream()).forEach(waves -> fields.addAll(strengths(waves)));
        return packed(fields);
    }

    private static Waves luminance(double[] plane, PixelSize size, int most) {
        int across = Math.max(COLOUR_WAVES, waves(size.width(), size, most));
        int down = Math.max(COLOUR_WAVES, waves(size.height(), size, most));
        return Waves.of(plane, size, across, down);
    }

    /// The number of waves of one side: `most` of the longer side, and of the shorter one in proportion.
    private static int waves(int side, PixelSize size, int most) {
        return (int) Math.max(1, Math.round((double) most * side / Math.max(size.width(), size.height())));
    }

    private static List<Field> means(Waves l, Waves p, Waves q, boolean transparent) {
        return List.of(
                new Field(63 * l.mean(), 6),
                new Field(31.5 + 31.5 * p.mean(), 6),
                new Field(31.5 + 31.5 * q.mean(), 6),
                new Field(31 * l.strongest(), 5),
                new Field(transparent ? 1 : 0, 1));
    }

    private static List<Field> shape(PixelSize size, int most, Waves p, Waves q) {
        boolean landscape = size.width() > size.height();
        return List.of(
                new Field(waves(landscape ? size.height() : size.width(), size, most), 3),
                new Field(63 * p.strongest(), 6),
                new Field(63 * q.strongest(), 6),
                new Field(landscape ? 1 : 0, 1));
    }

    private static List<Field> opacity(Waves alpha) {
        return List.of(new Field(15 * alpha.mean(), 4), new Field(15 * alpha.strongest(), 4));
    }

    /// The strengths in proportion to the strongest: 15 is as strong, 0 is as strong in the other direction.
    private static List<Field> strengths(Waves waves) {
        double strongest = waves.strongest();
        return waves.others().stream()
                .map(strength -> strongest == 0 ? 0 : 0.5 + 0.5 / strongest * strength)
                .map(share -> new Field(15 * share, 4))
                .toList();
    }

    private static byte[] packed(List<Field> fields) {
        var bits = new BitSet();
        int length = 0;
        for (var field : fields) {
            for (int bit = 0; bit < field.bits(); bit++) {
                bits.set(length++, (Math.round(field.value()) >> bit & 1) == 1);
            }
        }
        return Arrays.copyOf(bits.toByteArray(), Math.ceilDiv(length, Byte.SIZE));
    }

    /// A number that is to be packed.
    ///
    /// @param value is rounded
    /// @param bits its length
    private record Field(double value, int bits) {}
}
