package renditions.image.colour;

import java.util.Map;
import java.util.Optional;

/// The chromaticities of a space's primaries and of its white, as CIE 1931 x and y.
record Primaries(Point red, Point green, Point blue, Point white) {
    /// A chromaticity.
    ///
    /// @param y more than zero
    record Point(double x, double y) {
        /// The colour of luminance 1, as X, Y and Z.
        double[] xyz() {
            return new double[] {x / y, 1, (1 - x - y) / y};
        }

        private boolean isNear(Point other) {
            return Math.abs(x - other.x) < NEAR && Math.abs(y - other.y) < NEAR;
        }
    }

    /// A difference of chromaticities that nobody sees: files round them differently.
    private static final double NEAR = 0.002;

    private static final Point D65 = new Point(0.3127, 0.3290);
    private static final Point C = new Point(0.310, 0.316);

    /// Those of sRGB.
    static final Primaries BT_709 = with(D65, 0.640, 0.330, 0.300, 0.600, 0.150, 0.060);

    private static final Primaries BT_601 = with(D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070);

    /// Source: ITU-T H.273, table 2.
    private static final Map<Integer, Primaries> CODES = Map.ofEntries(
            Map.entry(1, BT_709),
            Map.entry(4, with(C, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08)),
            Map.entry(5, with(D65, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06)),
            Map.entry(6, BT_601),
            Map.entry(7, BT_601),
            Map.entry(8, with(C, 0.681, 0.319, 0.243, 0.692, 0.145, 0.049)),
            Map.entry(9, with(D65, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046)),
            Map.entry(11, with(new Point(0.314, 0.351), 0.680, 0.320, 0.265, 0.690, 0.150, 0.060)),
            Map.entry(12, with(D65, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060)),
            Map.entry(22, with(D65, 0.630, 0.340, 0.295, 0.605, 0.155, 0.077)));

    private static Primaries with(Point white, double xr, double yr, double xg, double yg, double xb, double yb) {
        return new Primaries(new Point(xr, yr), new Point(xg, yg), new Point(xb, yb), white);
    }

    /// The primaries of this code point; empty if it names none.
    static Optional<Primaries> of(int code) {
        return Optional.ofNullable(CODES.get(code));
    }

    boolean isNear(Primaries other) {
        return red.isNear(other.red)
                && green.isNear(other.green)
                && blue.isNear(other.blue)
                && white.isNear(other.white);
    }

    /// The colours of full red, green and blue as X, Y and Z under D50, one in each column: what a profile has.
    Matrix toD50() {
        var rays = Matrix.ofColumns(red.xyz(), green.xyz(), blue.xyz());
        return Matrix.adaptation(white.xyz()).times(rays.scaled(rays.inverse().times(white.xyz())));
    }
}
