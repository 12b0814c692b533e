package renditions.testing;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Colours converted to sRGB by the formulas of their standards: the reference for conversions.
public final class Light {
    /// Display P3 to sRGB, linear. Source: the primaries of SMPTE EG 432-1 and ITU-R BT.709.
    public static final List<Double> FROM_P3 =
            List.of(1.2249401, -0.2249402, 0.0, -0.0420570, 1.0420571, 0.0, -0.0196376, -0.0786361, 1.0982735);

    /// ITU-R BT.2020 to sRGB, linear. Source: ITU-R BT.2087.
    public static final List<Double> FROM_2020 =
            List.of(1.6605, -0.5876, -0.0728, -0.1246, 1.1329, -0.0083, -0.0182, -0.1006, 1.1187);

    /// sRGB to ITU-R BT.2020, linear. Source: ITU-R BT.2087.
    public static final List<Double> TO_2020 =
            List.of(0.6274, 0.3293, 0.0433, 0.0691, 0.9195, 0.0114, 0.0164, 0.0880, 0.8956);

    /// The same primaries.
    public static final List<Double> SAME = List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0);

    private Light() {}

    /// The colour in sRGB.
    ///
    /// @param rgb the colour in another space, as 0xRRGGBB
    /// @param light makes linear light of a channel, both 0 to 1
    /// @param matrix from the other space's primaries to sRGB's, by rows
    public static int toSrgb(int rgb, DoubleUnaryOperator light, List<Double> matrix) {
        return converted(rgb, light, matrix, Light::encoded);
    }

    /// The colour of sRGB in another space.
    ///
    /// @param number makes a channel's number of linear light, both 0 to 1
    public static int fromSrgb(int rgb, List<Double> matrix, DoubleUnaryOperator number) {
        return converted(rgb, Light::decoded, matrix, number);
    }

    private static int converted(int rgb, DoubleUnaryOperator in, List<Double> matrix, DoubleUnaryOperator out) {
        var linear = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            linear[channel] = in.applyAsDouble(((rgb >> (16 - 8 * channel)) & 0xff) / 255.0);
        }
        int converted = 0;
        for (int row = 0; row < 3; row++) {
            double sum = matrix.get(3 * row) * linear[0]
                    + matrix.get(3 * row + 1) * linear[1]
                    + matrix.get(3 * row + 2) * linear[2];
            converted = (converted << 8) | (int) Math.round(255 * Math.clamp(out.applyAsDouble(sum), 0, 1));
        }
        return converted;
    }

    /// Linear light of a number of sRGB. Source: IEC 61966-2-1.
    public static double decoded(double number) {
        return number <= 0.04045 ? number / 12.92 : Math.pow((number + 0.055) / 1.055, 2.4);
    }

    /// The number of sRGB for linear light.
    public static double encoded(double light) {
        return light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }

    /// The number in perceptual quantisation, where white has 203 candelas. Source: SMPTE ST 2084.
    public static double pq(double light) {
        double power = Math.pow(Math.max(0, light) * 203 / 10_000, 2610.0 / 16384);
        return Math.pow((3424.0 / 4096 + 2413.0 / 128 * power) / (1 + 2392.0 / 128 * power), 2523.0 / 32);
    }

    /// The number in hybrid log-gamma of a grey, where white has 203 of 1,000 candelas. Source: ITU-R BT.2100.
    public static double hlg(double light) {
        double scene = Math.pow(Math.max(0, light) * 0.203, 1 / 1.2);
        return scene <= 1.0 / 12 ? Math.sqrt(3 * scene) : 0.17883277 * Math.log(12 * scene - 0.28466892) + 0.55991073;
    }
}
