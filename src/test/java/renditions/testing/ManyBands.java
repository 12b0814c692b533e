package renditions.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/// A memory bomb: a TIFF of some kilobytes with a great many samples in each pixel. All lines share one strip.
///
/// Source: TIFF 6.0, section 2; Adobe's supplement for the compression.
public final class ManyBands {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private ManyBands() {}

    private record Entry(int tag, int type, List<Integer> values) {
        int bytes() {
            return values.size() * (type == SHORT ? 2 : 4);
        }
    }

    /// A picture of this size, all zeros.
    ///
    /// @param bands samples of 8 bits for each pixel, more than three
    public static byte[] tiff(int width, int height, int bands) {
        var strip = deflated(width * bands);
        var entries = List.of(
                one(256, LONG, width),
                one(257, LONG, height),
                many(258, SHORT, 8, bands),
                one(259, SHORT, 8), // deflate
                one(262, SHORT, 2), // RGB and more
                many(273, LONG, HEADER, height),
                one(277, SHORT, bands),
                one(278, LONG, 1), // a line for each strip
                many(279, LONG, strip.length, height),
                one(284, SHORT, 1),
                many(338, SHORT, 0, bands - 3));
        int directory = HEADER + strip.length + strip.length % 2;
        int values = directory + 2 + entries.size() * ENTRY + 4;
        int length = values + entries.stream().mapToInt(Entry::bytes).sum();
        var file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'I', 'I', 42, 0}).putInt(directory).put(strip).position(directory);
        file.putShort((short) entries.size());
        for (var entry : entries) {
            file.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.values.size());
            if (entry.bytes() <= 4) {
                file.putInt(entry.values.getFirst());
            } else {
                file.putInt(values);
                put(file.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(values), entry);
                values += entry.bytes();
            }
        }
        return file.array();
    }

    private static void put(ByteBuffer file, Entry entry) {
        for (int value : entry.values) {
            if (entry.type == SHORT) {
                file.putShort((short) value);
            } else {
                file.putInt(value);
            }
        }
    }

    private static Entry one(int tag, int type, int value) {
        return many(tag, type, value, 1);
    }

    private static Entry many(int tag, int type, int value, int times) {
        return new Entry(tag, type, Collections.nCopies(times, value));
    }

    private static byte[] deflated(int zeros) {
        var deflated = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(deflated)) {
            deflating.write(new byte[zeros]);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return deflated.toByteArray();
    }
}
