package renditions.local.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// A lighthouse on a cliff above the sea.
final class Lighthouse {
    private static final int HORIZON = 1010;
    private static final int MIDDLE = 380;
    private static final int GALLERY = 430;
    private static final int FOOT = 1090;
    private static final Noise NOISE = new Noise(23);

    private Lighthouse() {}

    static void paint(Canvas canvas) {
        canvas.rows(0, HORIZON, Lighthouse::sky);
        canvas.rows(HORIZON, canvas.height(), Lighthouse::sea);
        boat(canvas);
        cliff(canvas);
        house(canvas);
        tower(canvas);
        lantern(canvas);
        gulls(canvas);
        canvas.grain(3);
    }

    private static int sky(int x, int y) {
        int air = Tone.along(y / (double) HORIZON, 0x245E9F, 0x4A8FCB, 0x8FC1E3, 0xD3E4EA, 0xF7E3C8);
        double height = y / (double) HORIZON;
        double puff = NOISE.rough(x * 0.0028 + 5, y * 0.0046, 6);
        double cloud = Tone.step(0.5, 0.68, puff + 0.08 * Math.sin(height * 7) - 0.04);
        double shadow = Tone.step(0.0, 0.16, NOISE.rough(x * 0.0028 + 5, y * 0.0046 + 0.13, 6) - puff + 0.04);
        return Tone.mix(air, Tone.mix(0xFFFDF6, 0xB9C3D2, 0.75 * shadow), 0.92 * cloud);
    }

    private static int sea(int x, int y) {
        double near = (y - HORIZON) / 590.0;
        double wave = NOISE.rough(x * (0.02 - 0.013 * near), y * (0.2 - 0.16 * Math.sqrt(near)), 4) - 0.5;
        int water =
                Tone.mix(Tone.along(near, 0x6FA9BE, 0x2C7F9E, 0x135E80, 0x0C4160), 0xBFE3E4, 0.9 * Math.max(0, wave));
        double glint = Tone.step(0.14, 0.24, wave) * Math.exp(-Math.abs(x - 820) / 260.0);
        return Tone.mix(water, 0xFFF6DC, 0.8 * glint);
    }

    private static void boat(Canvas canvas) {
        canvas.fill(Canvas.polygon(852, 1058, 934, 1058, 920, 1078, 866, 1078), 0x6B2A2A, 1);
        canvas.fill(Canvas.polygon(888, 1052, 888, 948, 938, 1052), 0xFBF6EA, 1);
        canvas.fill(Canvas.polygon(882, 1052, 882, 966, 848, 1052), 0xE4D9C4, 1);
        canvas.fill(Canvas.polygon(862, 1084, 926, 1084, 912, 1100, 876, 1100), 0x1B4B63, 0.4);
    }

    /// Grass on top, layers of rock under it, foam at its foot.
    private static void cliff(Canvas canvas) {
        double[] top = new double[canvas.width()];
        for (int x = 0; x < top.length; x++) {
            double slope = Tone.step(470, 800, x);
            top[x] = 1075
                    + 30 * Math.sin(x * 0.004)
                    + 560 * slope
                    + (20 + 60 * slope) * (NOISE.rough(x * 0.022, 4, 5) - 0.5);
        }
        canvas.fill(canvas.below(top), (x, y) -> ground(x, y, y - top[x], Tone.step(470, 700, x)));
        canvas.rows(1260, canvas.height(), (x, y) -> foam(canvas.colour(x, y), x, y - 0.2 * (x - 700)));
    }

    private static int ground(int x, int y, double depth, double steep) {
        double layer = NOISE.rough(x * 0.012 + y * 0.006, y * 0.02 - x * 0.011 + 2 * NOISE.at(x * 0.01, y * 0.01), 6);
        int rock = Tone.lit(
                Tone.along(layer, 0x3B3230, 0x6B5A50, 0xA08B74, 0xCBB798), 0.85 + 0.3 * NOISE.at(x * 0.09, y * 0.03));
        int grass = Tone.along(NOISE.rough(x * 0.05, y * 0.12, 5), 0x2E4F22, 0x5C8436, 0x9DB354);
        double edge = 95 * (1 - steep) + 60 * (NOISE.rough(x * 0.03, 9, 4) - 0.5);
        return Tone.mix(grass, rock, Tone.step(edge - 12, edge + 12, depth));
    }

    /// Surf along the rock: densest at the cliff's foot, thinning out to the open sea.
    private static int foam(int water, int x, double y) {
        double out = (x - 600 - 0.42 * (y - 1260)) / 150;
        double surf = NOISE.rough(x * 0.016, y * 0.035, 5) + 0.3 * Math.exp(-out * out) - 0.16 * Math.abs(out);
        return Tone.mix(water, 0xF6FBFA, 0.9 * Tone.step(0.52, 0.74, surf) * Tone.step(1280, 1340, y));
    }

    private static void house(Canvas canvas) {
        canvas.fill(new Rectangle2D.Double(92, 1000, 190, 96), (x, y) -> Tone.lit(0xF3EEE2, 0.84 + (x - 92) * 0.0008));
        canvas.fill(
                Canvas.polygon(76, 1004, 128, 940, 250, 940, 298, 1004),
                (x, y) -> Tone.lit(0xA8402F, 0.8 + 0.3 * NOISE.at(x * 0.1, y * 0.4)));
        canvas.fill(new Rectangle2D.Double(134, 912, 24, 46), 0x7C4436, 1);
        for (int x = 116; x < 260; x += 62) {
            canvas.fill(new Rectangle2D.Double(x, 1028, 26, 32), 0x35546B, 1);
        }
    }

    private static void tower(Canvas canvas) {
        var shape = Canvas.polygon(MIDDLE - 62, GALLERY, MIDDLE + 62, GALLERY, MIDDLE + 104, FOOT, MIDDLE - 104, FOOT);
        canvas.fill(
                shape,
                (x, y) -> round(
                        ((y - GALLERY) / 132) % 2 == 0 ? 0xF6F1E6 : 0xC5322B,
                        x,
                        62 + 42.0 * (y - GALLERY) / (FOOT - GALLERY)));
        for (int y = 520; y < 1000; y += 190) {
            canvas.fill(new Rectangle2D.Double(MIDDLE + 4, y, 24, 42), 0x24323F, 1);
        }
        canvas.fill(new Rectangle2D.Double(MIDDLE - 26, FOOT - 76, 44, 76), 0x3A2A22, 1);
    }

    /// A colour on an upright cylinder lit from the right.
    private static int round(int colour, int x, double radius) {
        double across = Math.clamp((x - MIDDLE) / radius, -1, 1);
        double facing = Math.cos(Math.asin(across) - 0.7);
        return Tone.lit(colour, 0.42 + 0.6 * Math.max(0, facing) + 0.03 * NOISE.at(x * 0.3, radius));
    }

    private static void lantern(Canvas canvas) {
        canvas.fill(new Rectangle2D.Double(MIDDLE - 84, GALLERY - 22, 168, 24), (x, y) -> round(0x3A3F45, x, 84));
        canvas.fill(new Rectangle2D.Double(MIDDLE - 42, GALLERY - 118, 84, 96), (x, y) -> round(0xF9E8A8, x, 60));
        canvas.disc(MIDDLE, GALLERY - 70, 24, 0xFFFBE0, 0.9);
        var brush = canvas.brush();
        brush.setColor(new Color(0x2B3036));
        brush.setStroke(new BasicStroke(4));
        for (int x = MIDDLE - 42; x <= MIDDLE + 42; x += 28) {
            brush.drawLine(x, GALLERY - 118, x, GALLERY - 22);
        }
        for (int x = MIDDLE - 80; x <= MIDDLE + 80; x += 20) {
            brush.drawLine(x, GALLERY - 52, x, GALLERY - 20);
        }
        brush.drawLine(MIDDLE - 80, GALLERY - 52, MIDDLE + 80, GALLERY - 52);
        canvas.fill(
                new Arc2D.Double(MIDDLE - 56, GALLERY - 180, 112, 124, 0, 180, Arc2D.CHORD),
                (x, y) -> round(0xA92A25, x, 56));
        brush.setColor(new Color(0x2B3036));
        brush.drawLine(MIDDLE, GALLERY - 214, MIDDLE, GALLERY - 176);
    }

    private static void gulls(Canvas canvas) {
        var brush = canvas.brush();
        brush.setStroke(new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.setColor(new Color(0x39424D));
        for (int i = 0; i < 7; i++) {
            double x = canvas.chance(560, 980);
            double y = canvas.chance(330, 800);
            double span = canvas.chance(16, 40);
            var wings = new Path2D.Double();
            wings.moveTo(x - span, y - span * 0.25);
            wings.quadTo(x - span * 0.4, y - span * 0.55, x, y);
            wings.quadTo(x + span * 0.5, y - span * 0.6, x + span, y - span * 0.1);
            brush.draw(wings);
        }
    }
}
