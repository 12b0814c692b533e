package renditions.image.guard;

/// Data that may stand in several places of a file, one part behind the other.
final class Extents {
    private final Upload file;
    private final long[] places;
    private final long[] lengths;

    /// @param places of the parts
    /// @param lengths of the parts; what is outside the file does not count
    Extents(Upload file, long[] places, long[] lengths) {
        this.file = file;
        this.places = places.clone();
        this.lengths = new long[places.length];
        for (int part = 0; part < places.length; part++) {
            long rest = places[part] < 0 ? 0 : Math.max(0, file.size() - places[part]);
            this.lengths[part] = Math.clamp(lengths[part], 0, rest);
        }
    }

    /// Data in one part.
    Extents(Upload file, long place, long length) {
        this(file, new long[] {place}, new long[] {length});
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
        return file.unsigned8(place(at));
    }

    void put8(long at, int number) {
        file.put8(place(at), number);
    }

    /// The place in the file, or -1 outside the data.
    private long place(long at) {
        long rest = at;
        for (int part = 0; part < places.length; part++) {
            if (rest < lengths[part]) {
                return places[part] + rest;
            }
            rest -= lengths[part];
        }
        return -1;
    }
}
