package renditions.image.vips;

import java.util.Comparator;

/// A version of libvips.
record VipsVersion(int major, int minor, int micro) implements Comparable<VipsVersion> {
    /// The oldest that is used: earlier ones have known holes in their decoders.
    static final VipsVersion OLDEST = new VipsVersion(8, 18, 3);

    private static final Comparator<VipsVersion> ORDER = Comparator.comparingInt(VipsVersion::major)
            .thenComparingInt(VipsVersion::minor)
            .thenComparingInt(VipsVersion::micro);

    @Override
    public int compareTo(VipsVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
