package renditions.local.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Balloons over rock cones at dawn.
final class Balloons {
    private static final int HORIZON = 720;
    private static final Noise NOISE = new Noise(53);

    private Balloons() {}

    static void paint(Canvas canvas) {
        canvas.rows(0, canvas.height(), Balloons::sky);
        cones(canvas, 650, 60, 90, 0xC99A92, 1);
        balloon(canvas, 300, 470, 34, 0x7E5BA8, 0xF3E4C8);
        balloon(canvas, 690, 395, 26, 0xC94F4F, 0xF6D9A2);
        balloon(canvas, 830, 520, 20, 0x3F7FA6, 0xF2EFE4);
        cones(canvas, 720, 90, 105, 0xC58A73, 2);
        balloon(canvas, 465, 235, 84, 0x2F6F8F, 0xF4C95D, 0xF6EFE0, 0xF4C95D);
        cones(canvas, 830, 130, 150, 0xA9694F, 3);
        balloon(canvas, 1150, 330, 205, 0xC8352E, 0xF08A24, 0xF8CF4A, 0xF4EBDD, 0x2B6CA3);
        cones(canvas, 970, 150, 230, 0x6F4232, 4);
        canvas.grain(3);
    }

    private static int sky(int x, int y) {
        int air = Tone.along(y / (double) HORIZON, 0x4F86B8, 0x86AFCB, 0xC3CFD0, 0xF3D6B4, 0xFBC48C);
        double glow = Math.exp(-Math.hypot(x - 240, 1.2 * (y - 640)) / 300);
        double cloud = Tone.step(0.52, 0.8, NOISE.rough(x * 0.0016 + 8, y * 0.012, 5));
        return Tone.mix(Tone.mix(air, 0xFFEBD3, 0.7 * cloud), 0xFFF0C8, 0.7 * glow);
    }

    /// A row of rock cones, layered in colour and lit from the left.
    private static void cones(Canvas canvas, double base, double highest, double apart, int rock, int row) {
        double[] line = new double[canvas.width()];
        for (int x = 0; x < line.length; x++) {
            line[x] = base - 60 * (NOISE.rough(x * 0.003, row * 7, 3) - 0.5);
        }
        for (double middle = canvas.chance(-apart, 0);
                middle < canvas.width() + apart;
                middle += apart * canvas.chance(0.45, 1.9)) {
            raise(line, middle, apart * canvas.chance(0.45, 1.0), highest * canvas.chance(0.35, 1.25));
        }
        canvas.fill(canvas.below(line), (x, y) -> stone(line, x, y, rock, row));
    }

    private static void raise(double[] line, double middle, double width, double height) {
        int from = (int) Math.max(0, middle - width);
        for (int x = from; x < Math.min(line.length, middle + width); x++) {
            double near = Math.max(0, 1 - Math.abs(x - middle) / width);
            line[x] -= height * Math.pow(near, 1.5) * (0.95 + 0.1 * NOISE.at(x * 0.08, height));
        }
    }

    private static int stone(double[] line, int x, int y, int rock, int row) {
        int lean = (int) (24 * (NOISE.rough(x * 0.01, y * 0.02, 3) - 0.5));
        int place = Math.clamp(x + lean, 18, line.length - 19);
        double slope = line[place + 18] - line[place - 18];
        double deep = y - line[x];
        double light = 0.95 - 0.4 * Math.tanh(slope * 0.035) * Math.exp(-deep / (70 * row));
        double layer = NOISE.rough(x * 0.004, (y + 14 * NOISE.at(x * 0.01, row)) * 0.06, 4) - 0.5;
        double gully = NOISE.rough(x * 0.05 + y * 0.022, y * 0.014 - x * 0.012, 4) - 0.5;
        int surface = Tone.lit(rock, light + 0.55 * layer + 0.28 * gully);
        double mist = 0.3 - 0.06 * row + 0.62 * Tone.step(15 * row, 40 + 80 * row, deep) * Tone.step(4.6, 3.2, row);
        return Tone.mix(surface, 0xFBDCBB, mist);
    }

    /// A balloon in gores of these colours, lit from the left, with its basket.
    private static void balloon(Canvas canvas, double x, double y, double radius, int... colours) {
        double mouth = y + radius * 1.32;
        var envelope = new Path2D.Double();
        envelope.moveTo(x, y - radius);
        envelope.curveTo(x + radius * 1.34, y - radius, x + radius * 1.3, y + radius * 0.55, x + radius * 0.2, mouth);
        envelope.lineTo(x - radius * 0.2, mouth);
        envelope.curveTo(x - radius * 1.3, y + radius * 0.55, x - radius * 1.34, y - radius, x, y - radius);
        canvas.fill(envelope, (px, py) -> gore(px - x, (py - y) / radius, radius, colours));
        ropes(canvas, x, mouth, radius);
        double side = radius * 0.26;
        canvas.fill(
                new Rectangle2D.Double(x - side / 2, mouth + radius * 0.34, side, side * 0.8),
                (px, py) -> Tone.lit(0x7A4A26, (px < x ? 1.1 : 0.75) - ((py & 3) == 0 ? 0.2 : 0)));
    }

    /// @param down from -1 at the crown over 0 at the widest place to 1.32 at the mouth
    private static int gore(double across, double down, double radius, int... colours) {
        double half = down < 0 ? Math.sqrt(Math.max(0.0004, 1 - down * down)) : 1 - 0.8 * Math.pow(down / 1.32, 1.7);
        double angle = Math.asin(Math.clamp(across / (half * radius), -1, 1));
        double count = 4.0 * colours.length;
        int stripe = Math.floorMod((int) Math.floor((angle / Math.PI + 0.5) * count / 2 + 0.3), colours.length);
        boolean band = down > 0.42 && down < 0.56;
        double light = 0.55 + 0.5 * Math.cos(angle + 0.75) - 0.12 * Math.max(0, down);
        return Tone.lit(band ? colours[0] : colours[stripe], light);
    }

    private static void ropes(Canvas canvas, double x, double mouth, double radius) {
        canvas.brush().setColor(new Color(0x4A3526));
        canvas.brush().setStroke(new BasicStroke((float) Math.max(1, radius * 0.012)));
        for (double side = -1; side <= 1; side += 0.5) {
            var rope = new Path2D.Double();
            rope.moveTo(x + side * radius * 0.2, mouth);
            rope.lineTo(x + side * radius * 0.12, mouth + radius * 0.36);
            canvas.brush().draw(rope);
        }
    }
}
