package renditions.local;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import renditions.local.scene.Scene;

/// The five uploads of the local run: four sound pictures of different kinds, and the third cut off in the middle.
///
/// Two of their names need care: one has a space, one has a plus sign.
public final class FiveUploads {
    /// The prefix of their keys in S3.
    public static final String PREFIX = "inbox/";

    /// The name of the upload that is corrupt.
    public static final String CORRUPT = "3-city-at-night.jpg";

    /// The name of the upload that the JDK cannot write.
    static final String WEBP = "5-balloons-at-dawn.webp";

    private static final double QUALITY = 0.82;

    private FiveUploads() {}

    /// Makes all five, in order of their names.
    ///
    /// @param webp turns the bytes of a PNG into a WebP, which the JDK cannot write
    public static List<Upload> make(UnaryOperator<byte[]> webp) {
        return List.of(landscape(), portrait(), corrupt(), transparent(), balloons(webp));
    }

    static Upload landscape() {
        return new Upload("1-mountain-lake.jpg", Pictures.jpeg(Scene.MOUNTAIN_LAKE.picture(), QUALITY));
    }

    static Upload portrait() {
        byte[] lying = Pictures.jpeg(Pictures.sideways(Scene.LIGHTHOUSE.picture()), QUALITY);
        return new Upload("2-lighthouse at noon.jpg", Pictures.oriented(lying, 6));
    }

    static Upload corrupt() {
        byte[] whole = Pictures.jpeg(Scene.CITY_AT_NIGHT.picture(), QUALITY);
        return new Upload(CORRUPT, Arrays.copyOf(whole, whole.length / 2));
    }

    static Upload transparent() {
        return new Upload("4-maple-leaf+shadow.png", Pictures.png(Scene.LEAF.picture()));
    }

    private static Upload balloons(UnaryOperator<byte[]> webp) {
        return new Upload(WEBP, webp.apply(Pictures.png(Scene.BALLOONS.picture())));
    }
}
