package renditions.testing;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// ICC colour profiles.
public final class Profiles {
    private Profiles() {}

    /// The profile of a linear space, in which half the number is half the light, so a picture with this profile
    /// must become brighter in sRGB.
    public static byte[] linear() {
        return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    }

    /// A profile whose curve for red is noise: it opens, but no conversion can be made from it.
    public static byte[] damaged() {
        var profile = linear();
        int tag = new String(profile, StandardCharsets.ISO_8859_1).indexOf("rTRC");
        int curve = ByteBuffer.wrap(profile).getInt(tag + 4);
        Arrays.fill(profile, curve, curve + 8, (byte) 'U');
        return profile;
    }

    /// The number in sRGB for a number in the [#linear()] space, both 0 to 255.
    ///
    /// Source: IEC 61966-2-1.
    public static int linearToSrgb(int number) {
        double light = number / 255.0;
        return (int) Math.round(255 * (1.055 * Math.pow(light, 1 / 2.4) - 0.055));
    }
}
