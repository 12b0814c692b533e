package renditions.image.colour;

/// The tone curve for pictures brighter than a screen's white. Up to nine tenths of white nothing changes; what is
/// brighter comes ever nearer to white without a kink and without ever reaching it, so that highlights keep a trace
/// of their shape: `light = 0.9 + 0.1 s / (1 + s)` with `s = (light - 0.9) / 0.1`.
final class Tone {
    private static final double KNEE = 0.9;

    private Tone() {}

    /// The light that a screen shows.
    ///
    /// @param light linear, 1 for the white of sRGB, not negative
    /// @return 0 to 1
    static double shown(double light) {
        if (light <= KNEE) {
            return light;
        }
        double beyond = (light - KNEE) / (1 - KNEE);
        return KNEE + (1 - KNEE) * beyond / (1 + beyond);
    }
}
