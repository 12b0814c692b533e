package renditions.testing;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// TIFFs put together by hand, with whatever their directories say.
public final class Tiffs {
    private static final int LONG = 4;
    private static final int STRIP = 273;
    private static final int PARTS = 330;

    private Tiffs() {}

    /// A directory. Immutable.
    public static final class Page {
        private final Map<Integer, List<Integer>> fields;
        private final byte[] pixels;
        private final List<Page> parts;

        /// @param fields the numbers of each tag
        /// @param pixels of the only strip
        /// @param parts the directories that it names as its parts
        private Page(Map<Integer, List<Integer>> fields, byte[] pixels, List<Page> parts) {
            this.fields = Map.copyOf(fields);
            this.pixels = pixels.clone();
            this.parts = List.copyOf(parts);
        }

        /// The page with one more field, or another value of one.
        public Page with(int tag, Integer... numbers) {
            var more = new TreeMap<>(fields);
            more.put(tag, List.of(numbers));
            return new Page(more, pixels, parts);
        }

        /// The page with one more part.
        public Page with(Page part) {
            var more = new ArrayList<>(parts);
            more.add(part);
            return new Page(fields, pixels, more);
        }
    }

    /// A page in RGB of 8 bits.
    public static Page page(BufferedImage picture) {
        var pixels = ByteBuffer.allocate(3 * picture.getWidth() * picture.getHeight());
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                pixels.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
            }
        }
        var fields = Map.of(
                256, List.of(picture.getWidth()),
                257, List.of(picture.getHeight()),
                258, List.of(8, 8, 8),
                259, List.of(1),
                262, List.of(2),
                277, List.of(3),
                278, List.of(picture.getHeight()),
                279, List.of(pixels.capacity()));
        return new Page(fields, pixels.array(), List.of());
    }

    /// A file with these pages.
    public static byte[] of(ByteOrder order, Page... pages) {
        var file = ByteBuffer.allocate(1 << 20).order(order);
        file.put(Bytes.of(order == ByteOrder.BIG_ENDIAN ? "MM" : "II"))
                .putShort((short) 42)
                .putInt(0);
        int link = 4;
        for (var page : pages) {
            int directory = write(file, page);
            file.putInt(link, directory);
            link = file.position() - Integer.BYTES;
        }
        return Arrays.copyOf(file.array(), file.position());
    }

    /// Writes a page; its directory comes last, and the link to the next directory at its end.
    ///
    /// @return the place of the directory
    private static int write(ByteBuffer file, Page page) {
        var fields = new TreeMap<>(page.fields);
        fields.put(STRIP, List.of(file.position()));
        file.put(page.pixels);
        if (!page.parts.isEmpty()) {
            fields.put(PARTS, page.parts.stream().map(part -> write(file, part)).toList());
        }
        fields.replaceAll((_, numbers) -> {
            int place = file.position();
            if (numbers.size() > 1) {
                numbers.forEach(file::putInt);
            }
            return List.of(numbers.size(), numbers.size() > 1 ? place : numbers.getFirst());
        });
        int directory = file.position();
        file.putShort((short) fields.size());
        fields.forEach((tag, countAndValue) -> {
            file.putShort(tag.shortValue()).putShort((short) LONG);
            countAndValue.forEach(file::putInt);
        });
        file.putInt(0);
        return directory;
    }
}
