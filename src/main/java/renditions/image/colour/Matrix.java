package renditions.image.colour;

/// A matrix of three rows and three columns, by rows.
final class Matrix {
    /// The white of profiles.
    ///
    /// Source: ICC.1:2022, section 7.2.16.
    static final double[] D50 = {0.9642, 1, 0.8249};

    /// Source: ICC.1:2022, annex E ("Bradford").
    private static final Matrix CONES =
            new Matrix(new double[] {0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296});

    private final double[] rows;

    private Matrix(double[] rows) {
        this.rows = rows;
    }

    static Matrix ofColumns(double[] first, double[] second, double[] third) {
        var rows = new double[9];
        for (int row = 0; row < 3; row++) {
            rows[3 * row] = first[row];
            rows[3 * row + 1] = second[row];
            rows[3 * row + 2] = third[row];
        }
        return new Matrix(rows);
    }

    /// Turns colours as seen under this white into colours as seen under D50.
    static Matrix adaptation(double[] white) {
        var from = CONES.times(white);
        var to = CONES.times(D50);
        var gains = new double[] {to[0] / from[0], to[1] / from[1], to[2] / from[2]};
        return CONES.inverse().scaled(gains).times(CONES);
    }

    double at(int row, int column) {
        return rows[3 * row + column];
    }

    double[] times(double[] column) {
        var product = new double[3];
        for (int row = 0; row < 3; row++) {
            product[row] = at(row, 0) * column[0] + at(row, 1) * column[1] + at(row, 2) * column[2];
        }
        return product;
    }

    Matrix times(Matrix other) {
        return ofColumns(times(other.column(0)), times(other.column(1)), times(other.column(2)));
    }

    private double[] column(int column) {
        return new double[] {at(0, column), at(1, column), at(2, column)};
    }

    /// Each column times its factor.
    Matrix scaled(double[] factors) {
        var scaled = rows.clone();
        for (int cell = 0; cell < scaled.length; cell++) {
            scaled[cell] *= factors[cell % 3];
        }
        return new Matrix(scaled);
    }

    /// The inverse; infinite numbers if there is none.
    Matrix inverse() {
        var inverse = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                inverse[3 * column + row] = cofactor(row, column);
            }
        }
        double determinant = at(0, 0) * inverse[0] + at(0, 1) * inverse[3] + at(0, 2) * inverse[6];
        for (int cell = 0; cell < inverse.length; cell++) {
            inverse[cell] /= determinant;
        }
        return new Matrix(inverse);
    }

    private double cofactor(int row, int column) {
        int below = (row + 1) % 3;
        int last = (row + 2) % 3;
        int right = (column + 1) % 3;
        int rightmost = (column + 2) % 3;
        return at(below, right) * at(last, rightmost) - at(below, rightmost) * at(last, right);
    }

    boolean isFinite() {
        for (double cell : rows) {
            if (!Double.isFinite(cell)) {
                return false;
            }
        }
        return true;
    }
}
