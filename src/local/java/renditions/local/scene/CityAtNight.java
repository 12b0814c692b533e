package renditions.local.scene;

import java.awt.geom.Rectangle2D;

/// A city by a river at night.
final class CityAtNight {
    private static final int QUAY = 780;
    private static final int[] LAMPS = {0xFFD27A, 0xFFE9B8, 0xFFB659, 0xCFE3FF};
    private static final Noise NOISE = new Noise(37);

    private CityAtNight() {}

    static void paint(Canvas canvas) {
        canvas.rows(0, canvas.height(), CityAtNight::sky);
        stars(canvas);
        moon(canvas, 1290, 170);
        houses(canvas, 300, 0x3A3460, 0.2, 60);
        houses(canvas, 230, 0x221F44, 0.35, 80);
        spire(canvas, 470);
        houses(canvas, 150, 0x100F26, 0.5, 110);
        river(canvas);
        canvas.grain(4);
    }

    private static int sky(int x, int y) {
        int air = Tone.along(y / (double) QUAY, 0x060A1F, 0x10163A, 0x2A2557, 0x6B3F6C, 0xD0705F);
        double cloud = Tone.step(0.48, 0.8, NOISE.rough(x * 0.003, y * 0.011, 5));
        return Tone.mix(air, Tone.along(y / (double) QUAY, 0x1A1D3E, 0x4A3864, 0xE08A6C), 0.55 * cloud);
    }

    private static void stars(Canvas canvas) {
        for (int i = 0; i < 380; i++) {
            double y = Math.pow(canvas.chance(0, 1), 1.8) * 460;
            canvas.disc(
                    canvas.chance(0, canvas.width()), y, canvas.chance(0.5, 1.7), 0xFFFFFF, canvas.chance(0.2, 0.95));
        }
    }

    private static void moon(Canvas canvas, double x, double y) {
        for (int radius = 190; radius > 66; radius -= 4) {
            canvas.disc(x, y, radius, 0xFFE9C9, 0.006);
        }
        canvas.disc(x, y, 64, 0xFBEFD6, 1);
        for (double[] sea : new double[][] {{-20, -18, 17}, {16, -6, 13}, {-6, 24, 19}, {30, 28, 8}, {4, -38, 9}}) {
            canvas.disc(x + sea[0], y + sea[1], sea[2], 0xB9A98F, 0.4);
        }
    }

    /// One row of towers over the whole width, each with its windows.
    private static void houses(Canvas canvas, double highest, int wall, double lit, double widest) {
        double x = -20;
        while (x < canvas.width()) {
            double width = canvas.chance(widest * 0.55, widest * 1.3);
            double centre = Math.exp(-Math.pow((x - 980) / 420, 2));
            double top = QUAY - 70 - highest * (0.25 + 1.1 * centre) * canvas.chance(0.55, 1.15);
            tower(canvas, x, top, width, wall, lit);
            x += width + canvas.chance(-6, 14);
        }
    }

    private static void tower(Canvas canvas, double x, double top, double width, int wall, double lit) {
        canvas.fill(
                new Rectangle2D.Double(x, top, width, QUAY - top),
                (px, py) -> Tone.mix(wall, 0xB0605E, 0.28 * Tone.step(480, QUAY, py)));
        if (canvas.chance(0, 1) < 0.3) {
            canvas.fill(new Rectangle2D.Double(x + width * 0.45, top - 46, 3, 46), wall, 1);
            canvas.disc(x + width * 0.45 + 1.5, top - 47, 3.4, 0xFF4A3D, 0.95);
        }
        double pitch = canvas.chance(13, 19);
        int lamp = LAMPS[(int) canvas.chance(0, LAMPS.length)];
        for (double y = top + 14; y < QUAY - 16; y += pitch) {
            for (double window = x + 8; window < x + width - 9; window += pitch * 0.8) {
                if (canvas.chance(0, 1) < lit) {
                    canvas.fill(new Rectangle2D.Double(window, y, 5.5, pitch * 0.5), lamp, canvas.chance(0.35, 1));
                }
            }
        }
    }

    /// The tallest tower, left of the middle, pointed and lit from below.
    private static void spire(Canvas canvas, double x) {
        var shape = Canvas.polygon(
                x - 62, QUAY, x - 50, 420, x - 30, 330, x - 8, 240, x, 90, x + 8, 240, x + 30, 330, x + 50, 420, x + 62,
                QUAY);
        canvas.fill(shape, (px, py) -> {
            double rib = 0.75 + 0.25 * Math.cos((px - x) * 0.75);
            return Tone.lit(
                    Tone.along((py - 90.0) / 690, 0x5FB7C9, 0x3D5E9A, 0x3A2F66, 0x8A4B63), rib * (px < x ? 1.1 : 0.7));
        });
        for (int y = 430; y < QUAY - 20; y += 18) {
            canvas.fill(new Rectangle2D.Double(x - 44, y, 88, 3), 0xFFE2A0, 0.55);
        }
        canvas.disc(x, 88, 4.5, 0xFF4A3D, 1);
    }

    /// The city upside down, smeared by the water; lamps along the quay.
    private static void river(Canvas canvas) {
        canvas.fill(new Rectangle2D.Double(0, QUAY - 12, canvas.width(), 14), 0x0A0918, 1);
        for (double x = 24; x < canvas.width(); x += 64) {
            canvas.disc(x, QUAY - 18, 12, 0xFFC873, 0.16);
            canvas.disc(x, QUAY - 18, 4, 0xFFE7B5, 1);
        }
        canvas.rows(QUAY, canvas.height(), (x, y) -> {
            double depth = (y - QUAY) / (double) (canvas.height() - QUAY);
            double ripple = NOISE.rough(x * 0.011, y * (0.19 - 0.09 * depth), 3) - 0.5;
            double up = QUAY - 2 - (y - QUAY) * 1.5;
            int sum = Tone.mix(
                    canvas.colour(x + 34 * ripple, up), canvas.colour(x + 14 * ripple, up - 16 - 50 * depth), 0.5);
            return Tone.mix(Tone.lit(sum, 0.82 + 0.6 * ripple), 0x070B22, 0.2 + 0.45 * depth);
        });
    }
}
