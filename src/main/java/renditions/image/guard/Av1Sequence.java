package renditions.image.guard;

/// The header of an AV1 sequence, read bit by bit up to the size of its frames.
///
/// Source: AOM, "AV1 Bitstream & Decoding Process Specification", section 5.5.
///
/// @param at the place of the header in the data
record Av1Sequence(Extents data, long at) {
    /// Width times height of the largest frame.
    long pixels() {
        long bit = 8 * at + 4; // behind profile and still_picture
        boolean reduced = bits(bit, 1) == 1;
        bit = reduced ? bit + 6 : behindOperatingPoints(bit + 1);
        int width = (int) bits(bit, 4) + 1;
        int height = (int) bits(bit + 4, 4) + 1;
        return (bits(bit + 8, width) + 1) * (bits(bit + 8 + width, height) + 1);
    }

    private long behindOperatingPoints(long from) {
        boolean timing = bits(from, 1) == 1;
        long bit = timing ? behindInterval(from + 65) : from + 1;
        boolean model = timing && bits(bit - 1, 1) == 1;
        int delay = model ? (int) bits(bit, 5) + 1 : 0;
        bit += model ? 5 + 32 + 5 + 5 : 0;
        boolean display = bits(bit, 1) == 1;
        long points = bits(bit + 1, 5) + 1;
        bit += 6;
        for (; points > 0; points--) {
            bit += bits(bit + 12, 5) > 7 ? 18 : 17;
            if (model) {
                bit += bits(bit, 1) == 1 ? 2 + 2L * delay : 1;
            }
            if (display) {
                bit += bits(bit, 1) == 1 ? 5 : 1;
            }
        }
        return bit;
    }

    /// The place behind `equal_picture_interval`, the number that may follow it, and
    /// `decoder_model_info_present_flag`.
    private long behindInterval(long from) {
        if (bits(from, 1) == 0) {
            return from + 2;
        }
        int zeros = 0;
        while (zeros < 32 && bits(from + 1 + zeros, 1) == 0) {
            zeros++;
        }
        return from + 1 + zeros + (zeros < 32 ? zeros + 1 : 0) + 1;
    }

    private long bits(long from, int count) {
        long number = 0;
        for (long bit = from; bit < from + count; bit++) {
            int shift = 7 - (int) (bit & 7);
            number = (number << 1) | ((data.unsigned8(bit >> 3) >> shift) & 1);
        }
        return number;
    }
}
