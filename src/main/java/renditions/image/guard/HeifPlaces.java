package renditions.image.guard;

/// The box that says where the data of each item is.
///
/// Source: ISO/IEC 14496-12, section 8.11.3.
///
/// @param data the place of the data that stand in the same box as this one
record HeifPlaces(Upload file, HeifItems items, HeifBox box, long data) {
    private static final int IN_DATA_BOX = 1;

    /// Checks the data of all items that are AV1.
    void check() throws Excess {
        long units = 0;
        long seen = 0;
        long at = box.body() + 2 + idWidth();
        for (long count = file.number(box.body() + 2, idWidth()); count > 0 && at < box.end(); count--) {
            Excess.check(++seen, Limits.HEIF_ITEMS, "items", "save it anew");
            long item = file.number(at, idWidth());
            long list = extentsOf(at);
            int parts = file.unsigned16(list);
            Excess.check(parts, Limits.HEIF_EXTENTS, "parts of an item", "save it anew");
            if (items.isAv1(item)) {
                var extents = new Extents(file, places(at, list, parts), lengths(list, parts));
                units += new Av1Units(extents).check(items, item);
                Excess.check(units, Limits.AV1_UNITS, "units of data", "save it anew");
            }
            at = list + 2 + (long) parts * part();
        }
    }

    private long[] places(long item, long extents, int parts) {
        long base = (isIn(item, IN_DATA_BOX) ? data : 0) + file.number(extents - baseWidth(), baseWidth());
        var places = new long[parts];
        for (int part = 0; part < parts; part++) {
            places[part] = base + file.number(part(extents, part), offsetWidth());
        }
        return places;
    }

    private long[] lengths(long extents, int parts) {
        var lengths = new long[parts];
        for (int part = 0; part < parts; part++) {
            long length = file.number(part(extents, part) + offsetWidth(), lengthWidth());
            lengths[part] = length == 0 ? file.size() : length; // 0 means the rest of the file
        }
        return lengths;
    }

    /// The place of a part's offset, which may stand behind an index.
    private long part(long extents, int part) {
        return extents + 2 + (long) part * part() + indexWidth();
    }

    private int part() {
        return indexWidth() + offsetWidth() + lengthWidth();
    }

    /// The place of the number of an item's parts.
    private long extentsOf(long item) {
        return item + idWidth() + (hasMethod() ? 2 : 0) + 2 + baseWidth();
    }

    private boolean isIn(long item, int method) {
        return hasMethod() && (file.unsigned16(item + idWidth()) & 0xf) == method;
    }

    private boolean hasMethod() {
        return box.version() == 1 || box.version() == 2;
    }

    private int idWidth() {
        return box.version() < 2 ? 2 : 4;
    }

    private int offsetWidth() {
        return file.unsigned8(box.body()) >> 4;
    }

    private int lengthWidth() {
        return file.unsigned8(box.body()) & 0xf;
    }

    private int baseWidth() {
        return file.unsigned8(box.body() + 1) >> 4;
    }

    private int indexWidth() {
        return hasMethod() ? file.unsigned8(box.body() + 1) & 0xf : 0;
    }
}
