package renditions.image.guard;

/// The data of an item, which may stand in several places of a file, one part behind the other.
final class Extents {
    private final Upload file;
    private final long[] places;
    private final long[] lengths;

    /// @param places of the parts
    /// @param lengths of the parts, of which one of 0 means the rest of the file; what is outside the file does not
    ///     count
    Extents(Upload file, long[] places, long[] lengths) {
        this.file = file;
        this.places = places.clone();
        this.lengths = new long[places.length];
        for (int part = 0; part < places.length; part++) {
            long rest = places[part] < 0 ? 0 : Math.max(0, file.size() - places[part]);
            this.lengths[part] = lengths[part] == 0 ? rest : Math.clamp(lengths[part], 0, rest);
        }
    }

    long size() {
        long size = 0;
        for (long length : lengths) {
            size += length;
        }
        return size;
    }

    /// A byte of the data; zero outside.
    int unsigned8(long at) {
        long rest = at;
        for (int part = 0; part < places.length; part++) {
            if (rest < lengths[part]) {
                return file.unsigned8(places[part] + rest);
            }
            rest -= lengths[part];
        }
        return 0;
    }
}
