package renditions.local.scene;

/// Smooth noise in the plane: every whole point has a random value; between them the values are interpolated.
record Noise(int seed) {
    /// 0 to 1, changing over about one unit.
    double at(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = smooth(x - column);
        double down = smooth(y - row);
        double above = Tone.between(point(column, row), point(column + 1, row), right);
        double below = Tone.between(point(column, row + 1), point(column + 1, row + 1), right);
        return Tone.between(above, below, down);
    }

    /// 0 to 1, rough: `octaves` layers, each of half the weight and twice the detail of the one before.
    double rough(double x, double y, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double total = 0;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * at(x + 17.3 * octave, y - 9.1 * octave);
            total += weight;
            weight /= 2;
            x *= 2;
            y *= 2;
        }
        return sum / total;
    }

    private double point(int x, int y) {
        int hash = seed * 0x9E3779B1 ^ x * 0x85EBCA6B ^ y * 0xC2B2AE35;
        hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        hash = (hash ^ hash >>> 12) * 0x297A2D39;
        return ((hash ^ hash >>> 15) & 0xFFFFFF) / (double) 0xFFFFFF;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }
}
