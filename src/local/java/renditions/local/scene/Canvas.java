package renditions.local.scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import renditions.image.PixelSize;

/// A picture that is being painted, with its brush and its own random numbers. For one thread.
final class Canvas implements AutoCloseable {
    /// The colour of each point.
    interface Shade {
        /// `0xRRGGBB` at this pixel.
        int at(int x, int y);
    }

    private final BufferedImage image;
    private final Graphics2D brush;
    private final Random chance = new Random(1);

    Canvas(PixelSize size, boolean alpha) {
        image = new BufferedImage(
                size.width(), size.height(), alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    BufferedImage image() {
        return image;
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /// The brush for lines, and for all else that has no method here.
    Graphics2D brush() {
        return brush;
    }

    /// A random number from `low` to `high`.
    double chance(double low, double high) {
        return low + (high - low) * chance.nextDouble();
    }

    /// The colour painted so far at a pixel; outside the picture, that of the nearest edge.
    int colour(double x, double y) {
        return image.getRGB(inside(x, width()), inside(y, height())) & 0xFFFFFF;
    }

    /// Colours the rows `from` (included) to `to` (excluded).
    void rows(int from, int to, Shade shade) {
        for (int y = from; y < to; y++) {
            for (int x = 0; x < width(); x++) {
                image.setRGB(x, y, 0xFF000000 | shade.at(x, y));
            }
        }
    }

    /// Fills a shape with one colour, `opacity` from 0 to 1.
    void fill(Shape shape, int colour, double opacity) {
        brush.setColor(
                new Color(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF, (int) Math.round(opacity * 255)));
        brush.fill(shape);
    }

    /// Fills a shape with a colour of its own for each point.
    void fill(Shape shape, Shade shade) {
        var part = shape.getBounds().intersection(new Rectangle(width(), height()));
        if (part.isEmpty()) {
            return;
        }
        var texture = new BufferedImage(part.width, part.height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < part.height; y++) {
            for (int x = 0; x < part.width; x++) {
                texture.setRGB(x, y, shade.at(part.x + x, part.y + y));
            }
        }
        brush.setPaint(new TexturePaint(texture, part));
        brush.fill(shape);
    }

    void disc(double x, double y, double radius, int colour, double opacity) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), colour, opacity);
    }

    /// Everything under a line that has one y for each x.
    Shape below(double[] line) {
        var shape = new Path2D.Double();
        shape.moveTo(-1, height());
        shape.lineTo(-1, line[0]);
        for (int x = 0; x < line.length; x++) {
            shape.lineTo(x, line[x]);
        }
        shape.lineTo(width(), line[line.length - 1]);
        shape.lineTo(width(), height());
        shape.closePath();
        return shape;
    }

    /// The closed shape through these points, x and y in turn.
    static Path2D polygon(double... points) {
        var shape = new Path2D.Double();
        shape.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            shape.lineTo(points[i], points[i + 1]);
        }
        shape.closePath();
        return shape;
    }

    /// Film grain over everything opaque, `strength` in steps of 255.
    void grain(int strength) {
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                double more = chance.nextGaussian() * strength / 255;
                image.setRGB(x, y, 0xFF000000 | Tone.mix(colour(x, y), more < 0 ? 0 : 0xFFFFFF, Math.abs(more)));
            }
        }
    }

    @Override
    public void close() {
        brush.dispose();
    }

    private static int inside(double place, int length) {
        return Math.clamp((int) place, 0, length - 1);
    }
}
