package renditions.local.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;

/// A maple leaf in autumn with its shadow, on a transparent ground.
final class Leaf {
    /// Half of the outline from the tip to the stalk, x and y in turn, for a leaf 2 wide and 2 high.
    private static final double[] HALF = {
        0, -1, 0.09, -0.76, 0.2, -0.62, 0.33, -0.66, 0.28, -0.42, 0.27, -0.22, 0.46, -0.4, 0.57, -0.55, 0.65, -0.43,
        0.93, -0.42, 0.84, -0.24, 0.97, -0.06, 0.77, 0.02, 0.56, 0.15, 0.52, 0.24, 0.62, 0.36, 0.42, 0.38, 0.22, 0.36,
        0.03, 0.42
    };
    private static final Noise NOISE = new Noise(41);

    private Leaf() {}

    static void paint(Canvas canvas) {
        var place = new AffineTransform(308, 0, 0, 308, 352, 360);
        place.rotate(0.42);
        var leaf = place.createTransformedShape(outline());
        shadow(canvas, leaf);
        stalk(canvas, place);
        canvas.fill(leaf, Leaf::colour);
        canvas.brush().setClip(leaf);
        veins(canvas, place);
        canvas.brush().setClip(null);
    }

    private static Shape outline() {
        var shape = new Path2D.Double();
        shape.moveTo(HALF[0], HALF[1]);
        for (int i = 2; i < HALF.length; i += 2) {
            bow(shape, HALF[i - 2], HALF[i - 1], HALF[i], HALF[i + 1]);
        }
        for (int i = HALF.length - 2; i > 0; i -= 2) {
            bow(shape, -HALF[i], HALF[i + 1], -HALF[i - 2], HALF[i - 1]);
        }
        shape.closePath();
        return shape;
    }

    /// A side, slightly drawn in towards the leaf's middle.
    private static void bow(Path2D shape, double x1, double y1, double x2, double y2) {
        shape.quadTo((x1 + x2) / 2 * 0.95, (y1 + y2) / 2 * 0.95, x2, y2);
    }

    private static void shadow(Canvas canvas, Shape leaf) {
        var layer = new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_ARGB);
        var brush = layer.createGraphics();
        brush.setColor(new Color(20, 12, 4, 130));
        brush.fill(AffineTransform.getTranslateInstance(16, 22).createTransformedShape(leaf));
        brush.dispose();
        float[] even = new float[17];
        Arrays.fill(even, 1f / even.length);
        var across = new ConvolveOp(new Kernel(even.length, 1, even), ConvolveOp.EDGE_NO_OP, null);
        var down = new ConvolveOp(new Kernel(1, even.length, even), ConvolveOp.EDGE_NO_OP, null);
        canvas.brush().drawImage(down.filter(across.filter(layer, null), null), 0, 0, null);
    }

    private static int colour(int x, int y) {
        double patch = NOISE.rough(x * 0.006, y * 0.006, 3);
        double fleck = NOISE.rough(x * 0.035, y * 0.035, 3);
        int base = Tone.along(patch * 1.25 + (y - x) * 0.0004 - 0.12, 0x8E1B16, 0xC8321C, 0xE8701F, 0xF4B63A, 0xA9B13C);
        return Tone.lit(base, 0.88 + 0.26 * fleck);
    }

    private static void stalk(Canvas canvas, AffineTransform place) {
        var line = new Path2D.Double();
        line.moveTo(0, 0.38);
        line.quadTo(0.02, 0.7, 0.16, 0.98);
        draw(canvas, place, line, 10, 0x7A2A18);
    }

    private static void veins(Canvas canvas, AffineTransform place) {
        double[][] tips = {{0, -0.93}, {0.86, -0.38}, {-0.86, -0.38}, {0.52, 0.33}, {-0.52, 0.33}};
        for (double[] tip : tips) {
            var vein = new Path2D.Double();
            vein.moveTo(0, 0.4);
            vein.lineTo(tip[0], tip[1]);
            draw(canvas, place, vein, 4, 0xFBD58A);
            for (double part = 0.35; part < 0.85; part += 0.16) {
                twig(canvas, place, tip[0] * part, 0.4 + (tip[1] - 0.4) * part, tip[0], tip[1] - 0.4);
            }
        }
    }

    /// Two thin side veins that leave a point of a vein, forwards and outwards.
    private static void twig(
            Canvas canvas, AffineTransform place, double x, double y, double towardsX, double towardsY) {
        double length = 0.15 / Math.hypot(towardsX, towardsY);
        for (double side = -0.75; side <= 0.75; side += 1.5) {
            var vein = new Path2D.Double();
            vein.moveTo(x, y);
            vein.lineTo(x + length * (towardsX - side * towardsY), y + length * (towardsY + side * towardsX));
            draw(canvas, place, vein, 2, 0xF6C274);
        }
    }

    private static void draw(Canvas canvas, AffineTransform place, Shape line, float width, int colour) {
        canvas.brush().setColor(new Color(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF, 215));
        canvas.brush().setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.brush().draw(place.createTransformedShape(line));
    }
}
