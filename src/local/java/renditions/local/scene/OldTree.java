package renditions.local.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/// An old tree on a meadow, a bench on its right: the same place in summer and in autumn.
///
/// @param autumn whether it is autumn
record OldTree(Canvas canvas, boolean autumn) {
    private static final int HORIZON = 690;
    private static final int MIDDLE = 610;
    private static final int FOOT = 900;
    private static final Noise NOISE = new Noise(61);

    void paint() {
        canvas.rows(0, canvas.height(), this::air);
        ridge(560, 120, 0.0022, 5, season(0x7FA8B8, 0xA99BB0));
        ridge(640, 90, 0.0036, 9, season(0x5E9470, 0xB08A63));
        canvas.rows(HORIZON, canvas.height(), this::meadow);
        shadow();
        branch(MIDDLE, FOOT, -Math.PI / 2 + 0.05, 210, 66);
        crown();
        ground();
        bench();
        canvas.grain(3);
    }

    private int season(int summer, int autumnal) {
        return autumn ? autumnal : summer;
    }

    private int air(int x, int y) {
        double height = y / (double) HORIZON;
        int blue = autumn
                ? Tone.along(height, 0x8596AE, 0xC3B9B8, 0xF0D3AE, 0xF8DFB6)
                : Tone.along(height, 0x2F7FC8, 0x6FB1E2, 0xB6DCF0, 0xE6F3F2);
        double cloud = Tone.step(0.5, 0.72, NOISE.rough(x * 0.0028, y * 0.0085, 5));
        return Tone.mix(blue, season(0xFFFFFF, 0xF7E9DA), 0.85 * cloud * Tone.step(1, 0.35, height));
    }

    private void ridge(double base, double height, double detail, int seed, int colour) {
        double[] line = new double[canvas.width()];
        for (int x = 0; x < line.length; x++) {
            line[x] = base - height * (NOISE.rough(x * detail, seed, 5) - 0.5);
        }
        canvas.fill(
                canvas.below(line),
                (x, y) -> Tone.lit(colour, 0.86 + 0.25 * NOISE.rough(x * 0.03, y * 0.04, 3) + (y - line[x]) / 900));
    }

    private int meadow(int x, int y) {
        double near = (y - HORIZON) / (double) (canvas.height() - HORIZON);
        int grass = Tone.mix(season(0x9CC46B, 0xCDB56C), season(0x3F7F34, 0x7E7434), near);
        double blades = NOISE.rough(x * (0.12 - 0.07 * near), y * 0.05, 4);
        return Tone.lit(grass, 0.8 + 0.4 * blades);
    }

    private void shadow() {
        for (int i = 0; i < 260; i++) {
            double along = canvas.chance(0, 1);
            canvas.disc(
                    MIDDLE + 60 + 520 * along + canvas.chance(-60, 60),
                    FOOT + 10 + 60 * along + canvas.chance(-26, 26),
                    canvas.chance(16, 44),
                    season(0x1E4A22, 0x4A4420),
                    autumn ? 0.05 : 0.09);
        }
    }

    /// A branch and all that grow from it.
    private void branch(double x, double y, double angle, double length, double width) {
        double endX = x + length * Math.cos(angle);
        double endY = y + length * Math.sin(angle);
        var brush = canvas.brush();
        brush.setColor(new Color(width > 20 ? 0x4A3527 : 0x5A4231));
        brush.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.draw(new Line2D.Double(x, y, endX, endY));
        if (width > 3) {
            for (double turn = -0.62; turn <= 0.7; turn += 0.62) {
                double shorter = length * canvas.chance(0.62, 0.84);
                branch(endX, endY, angle + turn + canvas.chance(-0.2, 0.2), shorter, width * 0.58);
            }
        }
    }

    /// The leaves, the light ones on the side of the sun; in autumn some are missing.
    private void crown() {
        for (int i = 0; i < 5200; i++) {
            double angle = canvas.chance(0, 2 * Math.PI);
            double reach = Math.sqrt(canvas.chance(0, 1));
            double x = MIDDLE + 30 + 430 * reach * Math.cos(angle);
            double y = 400 + 290 * reach * Math.sin(angle);
            double full = NOISE.rough(x * 0.012, y * 0.014, 3);
            double tint = canvas.chance(0, 1);
            double size = canvas.chance(7, 17);
            if (full > (autumn ? 0.44 : 0.34) + 0.12 * Tone.step(0.6, 1, reach)) {
                double light = 0.72 + 0.34 * full + (MIDDLE - x) * 0.0004 + (400 - y) * 0.0006;
                canvas.disc(x, y, size, Tone.lit(leaf(tint), light), 0.9);
            }
        }
    }

    private int leaf(double tint) {
        return autumn
                ? Tone.along(tint, 0xA3271A, 0xD2521D, 0xEE8A22, 0xF6BE3B, 0xC98A2B)
                : Tone.along(tint, 0x2C6B2A, 0x3F8A33, 0x5CA53E, 0x86BE4F);
    }

    /// In autumn leaves lie on the meadow, in summer flowers stand there.
    private void ground() {
        for (int i = 0; i < (autumn ? 900 : 260); i++) {
            double y = canvas.chance(FOOT - 40, canvas.height());
            double x = canvas.chance(0, canvas.width());
            double size = 2 + (y - FOOT + 60) * 0.022;
            int colour = autumn ? leaf(canvas.chance(0, 1)) : Tone.along(canvas.chance(0, 1), 0xFFFFFF, 0xFFE066);
            canvas.disc(x, y, size, colour, 0.9);
        }
    }

    private void bench() {
        int wood = season(0x8A5A35, 0x74503A);
        for (int plank = 0; plank < 3; plank++) {
            canvas.fill(new Rectangle2D.Double(1150, 800 + 22 * plank, 300, 15), wood, 1);
        }
        canvas.fill(Canvas.polygon(1140, 876, 1460, 876, 1480, 900, 1120, 900), wood, 1);
        for (int leg = 1160; leg < 1460; leg += 260) {
            canvas.fill(new Rectangle2D.Double(leg, 796, 12, 104), 0x2E2A28, 1);
            canvas.fill(new Rectangle2D.Double(leg, 900, 12, 62), 0x2E2A28, 1);
        }
    }
}
