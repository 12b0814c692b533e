package renditions.local.scene;

import java.awt.image.BufferedImage;
import renditions.image.PixelSize;

/// A painted picture. None has any symmetry, so a turned or mirrored rendition is noticed at once.
public enum Scene {
    /// A lake in the mountains at dusk, the sun low on the left, a boat before it; landscape format.
    MOUNTAIN_LAKE(1600, 1067, false),
    /// A red and white lighthouse on a cliff on the left; portrait format.
    LIGHTHOUSE(1067, 1600, false),
    /// A city by a river at night, the moon on the right; landscape format.
    CITY_AT_NIGHT(1600, 1067, false),
    /// An autumn leaf with its shadow, everything else transparent; square.
    LEAF(720, 720, true),
    /// Balloons over rock cones at dawn, the largest on the right; landscape format.
    BALLOONS(1600, 1067, false),
    /// An old tree in summer, left of the middle, a bench on its right; landscape format.
    TREE_IN_SUMMER(1600, 1067, false),
    /// The same tree in autumn.
    TREE_IN_AUTUMN(1600, 1067, false);

    private final int width;
    private final int height;
    private final boolean alpha;

    Scene(int width, int height, boolean alpha) {
        this.width = width;
        this.height = height;
        this.alpha = alpha;
    }

    /// The size of the picture.
    public PixelSize size() {
        return new PixelSize(width, height);
    }

    /// Whether the picture has transparency.
    public boolean alpha() {
        return alpha;
    }

    /// Paints the picture, 8 bits sRGB; the same pixels every time. It is slow, so keep the result.
    public BufferedImage picture() {
        try (var canvas = new Canvas(size(), alpha)) {
            paint(canvas);
            return canvas.image();
        }
    }

    private void paint(Canvas canvas) {
        switch (this) {
            case MOUNTAIN_LAKE -> MountainLake.paint(canvas);
            case LIGHTHOUSE -> Lighthouse.paint(canvas);
            case CITY_AT_NIGHT -> CityAtNight.paint(canvas);
            case LEAF -> Leaf.paint(canvas);
            case BALLOONS -> Balloons.paint(canvas);
            case TREE_IN_SUMMER -> new OldTree(canvas, false).paint();
            case TREE_IN_AUTUMN -> new OldTree(canvas, true).paint();
        }
    }
}
