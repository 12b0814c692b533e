package renditions.local.scene;

import java.awt.geom.Path2D;

/// A lake in the mountains at dusk.
final class MountainLake {
    private static final int SHORE = 640;
    private static final int SUN_X = 430;
    private static final int SUN_Y = 560;
    private static final Noise NOISE = new Noise(11);

    private MountainLake() {}

    static void paint(Canvas canvas) {
        canvas.rows(0, SHORE, MountainLake::sky);
        canvas.disc(SUN_X, SUN_Y, 34, 0xFFE9BF, 0.95);
        peaks(canvas);
        ridge(canvas, 545, 90, 0.006, 3, 0x66577F, 0xA8788A);
        ridge(canvas, 600, 70, 0.008, 4, 0x3C3F66, 0x6B5876);
        lake(canvas);
        boat(canvas);
        shore(canvas);
        canvas.grain(3);
    }

    private static int sky(int x, int y) {
        int air = Tone.along(y / (double) SHORE, 0x1C2A54, 0x434879, 0x8F668E, 0xDF8B7B, 0xF8C585);
        double glow = Math.exp(-Math.hypot(x - SUN_X, 1.3 * (y - SUN_Y)) / 210);
        double cloud = Tone.step(0.5, 0.75, NOISE.rough(x * 0.0022 + 3, y * 0.013, 5));
        int tint = Tone.along(y / (double) SHORE, 0x3A3B69, 0xB5728C, 0xFFB48A);
        return Tone.mix(Tone.mix(air, tint, 0.75 * cloud), 0xFFE3B0, 0.75 * glow);
    }

    /// The highest mountains: rock, and snow that is rosy where it faces the sun.
    private static void peaks(Canvas canvas) {
        double[] line = new double[canvas.width()];
        for (int x = 0; x < line.length; x++) {
            double right = Math.max(peak(x, 1120, 470, 330), Math.max(peak(x, 830, 300, 215), peak(x, 1420, 330, 235)));
            double high = Math.max(right, peak(x, 90, 330, 150));
            line[x] = 560 - high - 62 * (NOISE.rough(x * 0.013, 2, 6) - 0.4);
        }
        canvas.fill(canvas.below(line), (x, y) -> rock(x, y, y - line[x], Math.signum(1120 - x)));
    }

    private static double peak(double x, double middle, double width, double height) {
        return height * Math.pow(Math.max(0, 1 - Math.abs(x - middle) / width), 1.1);
    }

    private static int rock(int x, int y, double depth, double side) {
        double facet = NOISE.rough(x * 0.016 + side * depth * 0.01, y * 0.011, 5) - 0.5 + 0.07 * side;
        int stone = Tone.mix(0x4B4770, 0xB98088, Tone.step(-0.12, 0.16, facet));
        int snow = Tone.mix(0x8C84B4, 0xFFD7C4, Tone.step(-0.08, 0.12, facet));
        double snowline = 455 + 130 * (NOISE.rough(x * 0.02, y * 0.006 + 7, 4) - 0.5);
        int surface = Tone.mix(snow, stone, Tone.step(-30, 25, y - snowline));
        return Tone.mix(surface, 0xC48A8E, 0.75 * Tone.step(380, SHORE, y));
    }

    private static void ridge(Canvas canvas, double base, double height, double detail, int seed, int near, int haze) {
        double[] line = new double[canvas.width()];
        for (int x = 0; x < line.length; x++) {
            line[x] = base - height * (NOISE.rough(x * detail, seed * 10, 6) - 0.35) - 2.5 * NOISE.at(x * 0.25, seed);
        }
        canvas.fill(
                canvas.below(line),
                (x, y) -> Tone.mix(
                        Tone.lit(near, 0.8 + 0.35 * NOISE.rough(x * 0.05, y * 0.05, 3)), haze, (y - line[x]) / 130));
    }

    /// The shore upside down, broken by ripples, with the sun's path on it.
    private static void lake(Canvas canvas) {
        canvas.rows(SHORE, canvas.height(), (x, y) -> {
            double depth = (y - SHORE) / (double) (canvas.height() - SHORE);
            double ripple = NOISE.rough(x * 0.006, y * (0.22 - 0.13 * depth), 3) - 0.5;
            int mirrored = canvas.colour(x + 26 * ripple, SHORE - 3 - 1.35 * (y - SHORE) + (30 + 70 * depth) * ripple);
            int water = Tone.mix(mirrored, 0x16244A, 0.22 + 0.45 * depth);
            double path = Math.exp(-Math.abs(x - SUN_X + 60 * ripple) / (34 + 150 * depth));
            return Tone.mix(water, 0xFFD9A0, 0.85 * path * Tone.step(-0.06, 0.18, ripple));
        });
    }

    private static void boat(Canvas canvas) {
        canvas.fill(Canvas.polygon(506, 842, 536, 868, 682, 868, 716, 838, 690, 858, 530, 858), 0x0D1630, 0.35);
        var hull = new Path2D.Double();
        hull.moveTo(496, 808);
        hull.quadTo(600, 836, 726, 800);
        hull.quadTo(700, 846, 668, 848);
        hull.lineTo(548, 848);
        hull.quadTo(512, 842, 496, 808);
        canvas.fill(hull, (x, y) -> Tone.lit(0xB5382F, 1.1 - (y - 800) / 75.0));
        canvas.fill(Canvas.polygon(628, 826, 650, 826, 646, 762, 634, 762), 0x20223C, 1);
        canvas.disc(640, 750, 14, 0x20223C, 1);
        canvas.fill(Canvas.polygon(560, 778, 564, 774, 706, 872, 702, 876), 0x4A2E2A, 1);
    }

    /// The near bank on the right, with pines.
    private static void shore(Canvas canvas) {
        double[] line = new double[canvas.width()];
        for (int x = 0; x < line.length; x++) {
            double rise = Tone.step(760, 1600, x);
            line[x] = 1075 - 210 * rise - 26 * NOISE.rough(x * 0.02, 50, 5) * rise;
        }
        for (int x = 1000; x < 1620; x += 24) {
            int foot = Math.min(x, line.length - 1);
            pine(
                    canvas,
                    x + canvas.chance(-12, 12),
                    line[foot] + 20,
                    canvas.chance(0.55, 1) * (110 + (x - 1000) * 0.62));
        }
        canvas.fill(
                canvas.below(line), (x, y) -> Tone.mix(0x0A1022, 0x232A3C, NOISE.rough(x * 0.06, y * 0.1, 4) * 0.8));
    }

    private static void pine(Canvas canvas, double x, double foot, double height) {
        var shape = new Path2D.Double();
        shape.moveTo(x, foot - height);
        int whorls = 13;
        for (int side = 1; side >= -1; side -= 2) {
            for (int i = 0; i <= whorls; i++) {
                double whorl = side == 1 ? i : whorls - i;
                double reach = side * height * 0.21 * whorl / whorls * canvas.chance(0.75, 1.15);
                double y = foot - height * (1 - whorl / whorls);
                shape.lineTo(x + reach * (side == 1 ? 0.45 : 1), y + (side == 1 ? 0 : height * 0.03));
                shape.lineTo(x + reach * (side == 1 ? 1 : 0.45), y + (side == 1 ? height * 0.03 : 0));
            }
        }
        shape.closePath();
        canvas.fill(shape, 0x0A1122, 1);
    }
}
