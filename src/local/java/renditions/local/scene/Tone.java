package renditions.local.scene;

/// Arithmetic of colours, which are `0xRRGGBB`.
final class Tone {
    private Tone() {}

    /// `from` at 0, `to` at 1.
    static double between(double from, double to, double t) {
        return from + (to - from) * t;
    }

    /// 0 up to `low`, 1 from `high`, a soft slope between; falls instead of rising where `low` is the larger.
    static double step(double low, double high, double value) {
        double t = Math.clamp((value - low) / (high - low), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// `from` at 0, `to` at 1; `t` outside is clamped.
    static int mix(int from, int to, double t) {
        double share = Math.clamp(t, 0, 1);
        return channel(from, to, share, 16) | channel(from, to, share, 8) | channel(from, to, share, 0);
    }

    /// The colours at even distances from 0 to 1, and what lies between them.
    static int along(double t, int... colours) {
        double place = Math.clamp(t, 0, 1) * (colours.length - 1);
        int index = Math.min((int) place, colours.length - 2);
        return mix(colours[index], colours[index + 1], place - index);
    }

    /// Darker below 1, lighter above.
    static int lit(int colour, double light) {
        return light <= 1 ? mix(0, colour, light) : mix(colour, 0xFFFFFF, light - 1);
    }

    private static int channel(int from, int to, double t, int shift) {
        int start = from >> shift & 0xFF;
        int end = to >> shift & 0xFF;
        return (int) Math.round(start + (end - start) * t) << shift;
    }
}
