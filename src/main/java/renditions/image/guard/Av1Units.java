package renditions.image.guard;

/// The AV1 data of an item: a row of units (OBUs).
///
/// Source: AOM, "AV1 Bitstream & Decoding Process Specification", section 5.3.
///
/// @param data one unit behind the other
record Av1Units(Extents data) {
    private static final int SEQUENCE = 1;
    private static final int FRAME_HEADER = 3;
    private static final int FRAME = 6;

    /// The longest length of a unit, in bytes.
    private static final int LEB128 = 8;

    /// The pixels of a frame as the configuration of a decoder says, which begins with four bytes of its own; 0 if it
    /// does not say.
    static long configured(Upload file, long from, long end) {
        if (end - from <= 4) {
            return 0;
        }
        var units = new Av1Units(new Extents(file, from + 4, end - from - 4));
        return units.type(0) == SEQUENCE ? units.sequence(0).pixels() : 0;
    }

    /// Refuses data with many frames, or with larger ones than the item says.
    ///
    /// @return the number of units
    long check(HeifItems items, long item) throws Excess {
        long units = 0;
        long frames = 0;
        long end = data.size();
        for (long at = 0; at < end; at = next(at)) {
            Excess.check(++units, Limits.AV1_UNITS, "units of data", "save it anew");
            if (type(at) == SEQUENCE) {
                items.checkCoded(item, sequence(at).pixels());
            } else if (type(at) == FRAME || type(at) == FRAME_HEADER) {
                Excess.check(++frames, Limits.AV1_FRAMES, "frames in a picture", "save it as one picture");
            }
        }
        items.addFrames(item, frames);
        return units;
    }

    private int type(long at) {
        return (data.unsigned8(at) >> 3) & 0xf;
    }

    private Av1Sequence sequence(long at) {
        return new Av1Sequence(data, content(at));
    }

    /// The unit behind this one. One without a length is the last.
    private long next(long at) {
        return hasLength(at) ? content(at) + length(at) : data.size();
    }

    private long content(long at) {
        return hasLength(at) ? lengthAt(at) + lengthWidth(at) : lengthAt(at);
    }

    private boolean hasLength(long at) {
        return (data.unsigned8(at) & 2) != 0;
    }

    /// The place behind the header, which may have an extension.
    private long lengthAt(long at) {
        return at + ((data.unsigned8(at) & 4) == 0 ? 1 : 2);
    }

    private int lengthWidth(long at) {
        int width = 1;
        while (width < LEB128 && data.unsigned8(lengthAt(at) + width - 1) >= 0x80) {
            width++;
        }
        return width;
    }

    private long length(long at) {
        long length = 0;
        for (int digit = 0; digit < lengthWidth(at); digit++) {
            length |= (data.unsigned8(lengthAt(at) + digit) & 0x7fL) << (7 * digit);
        }
        return length;
    }
}
