package renditions.image.vips;

import java.util.Arrays;

/// A version of libvips.
record VipsVersion(int major, int minor, int micro) implements Comparable<VipsVersion> {
    /// The oldest version that is accepted: earlier ones have known vulnerabilities in their decoders.
    static final VipsVersion OLDEST = new VipsVersion(8, 18, 3);

    @Override
    public int compareTo(VipsVersion other) {
        return Arrays.compare(numbers(), other.numbers());
    }

    private int[] numbers() {
        return new int[] {major, minor, micro};
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
