package renditions.testing;

import static renditions.testing.Bytes.bigEndian16;
import static renditions.testing.Bytes.bigEndian32;
import static renditions.testing.Bytes.joined;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The boxes of an AVIF, put together by hand. Its items are pictures of AV1 and grids of them.
public final class HeifFile {
    private static final byte[] VERSION_0 = new byte[4];

    private HeifFile() {}

    /// A file whose box `meta` holds these boxes.
    public static byte[] of(byte[]... boxes) {
        return joined(box("ftyp", Bytes.of("avif\0\0\0\0avifmif1miaf")), box("meta", VERSION_0, joined(boxes)));
    }

    public static byte[] box(String type, byte[]... content) {
        var all = joined(content);
        return joined(bigEndian32(all.length + 8L), Bytes.of(type), all);
    }

    /// The types of the items 1, 2, 3, …
    public static byte[] types(String... types) {
        return types(1, types);
    }

    /// The types of the items from this number on.
    public static byte[] types(int first, String... types) {
        var items = new byte[types.length][];
        Arrays.setAll(
                items,
                item -> box(
                        "infe",
                        new byte[] {2, 0, 0, 0},
                        bigEndian16(item + first),
                        bigEndian16(0),
                        Bytes.of(types[item] + "\0")));
        return box("iinf", VERSION_0, bigEndian16(types.length), joined(items));
    }

    /// The property of a size.
    public static byte[] size(int width, int height) {
        return box("ispe", VERSION_0, bigEndian32(width), bigEndian32(height));
    }

    /// These properties, of which the items 1, 2, 3, … have one each.
    ///
    /// @param indexes the number of each item's property, counted from 1
    public static byte[] properties(byte[][] properties, int... indexes) {
        var items = new byte[indexes.length][];
        Arrays.setAll(items, item -> joined(bigEndian16(item + 1), new byte[] {1, (byte) indexes[item]}));
        return box("iprp", box("ipco", properties), box("ipma", VERSION_0, bigEndian32(indexes.length), joined(items)));
    }

    /// The reference of a grid to its tiles.
    public static byte[] tiles(int grid, int... tiles) {
        var ids = new byte[tiles.length][];
        Arrays.setAll(ids, tile -> bigEndian16(tiles[tile]));
        return box("iref", VERSION_0, box("dimg", bigEndian16(grid), bigEndian16(tiles.length), joined(ids)));
    }

    /// The place of an item's data: all of these parts, which stand in the same box.
    public static byte[] data(int item, byte[]... parts) {
        var places = new byte[parts.length][];
        int at = 0;
        for (int part = 0; part < parts.length; part++) {
            places[part] = joined(bigEndian32(at), bigEndian32(parts[part].length));
            at += parts[part].length;
        }
        var inDataBox = bigEndian16(1);
        return joined(
                box(
                        "iloc",
                        new byte[] {1, 0, 0, 0},
                        new byte[] {0x44, 0},
                        bigEndian16(1),
                        joined(bigEndian16(item), inDataBox, bigEndian16(0), bigEndian16(parts.length)),
                        joined(places)),
                box("idat", parts));
    }

    /// An AVIF that shows another one twice, side by side: as a grid of two tiles with the same data.
    ///
    /// @param avif of one picture of this size
    public static byte[] twice(byte[] avif, int width, int height) {
        var grid = joined(new byte[] {0, 0, 0, 1}, bigEndian16(2 * width), bigEndian16(height));
        var tile = content(avif, "mdat");
        var configuration = box("av1C", content(avif, "av1C"));
        var depth = box("pixi", VERSION_0, new byte[] {3, 8, 8, 8});
        return of(
                box("hdlr", VERSION_0, new byte[4], Bytes.of("pict"), new byte[13]),
                box("pitm", VERSION_0, bigEndian16(1)),
                types("grid", "av01", "av01"),
                box(
                        "iprp",
                        box("ipco", size(2 * width, height), depth, size(width, height), configuration),
                        box("ipma", VERSION_0, bigEndian32(3), new byte[] {
                            0, 1, 2, 1, 2, 0, 2, 3, 2, 3, (byte) 0x84, 0, 3, 3, 2, 3, (byte) 0x84
                        })),
                tiles(1, 2, 3),
                box(
                        "iloc",
                        new byte[] {1, 0, 0, 0},
                        new byte[] {0x44, 0},
                        bigEndian16(3),
                        place(1, 0, grid.length),
                        place(2, grid.length, tile.length),
                        place(3, grid.length, tile.length)),
                box("idat", grid, tile));
    }

    /// The place of an item's data in the box for data.
    private static byte[] place(int item, int at, int length) {
        return joined(
                bigEndian16(item), bigEndian16(1), new byte[2], bigEndian16(1), bigEndian32(at), bigEndian32(length));
    }

    /// The content of the first box of this type, wherever it stands.
    private static byte[] content(byte[] file, String type) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(type);
        int length = ByteBuffer.wrap(file).getInt(at - 4);
        return Arrays.copyOfRange(file, at + 4, at - 4 + length);
    }

    /// A unit of AV1 data with its length.
    public static byte[] unit(int type, byte[] content) {
        return joined(new byte[] {(byte) ((type << 3) | 2), (byte) content.length}, content);
    }

    /// The header of a sequence of frames of this size, each side at most 2^16.
    public static byte[] sequence(int width, int height) {
        // Profile 0, still picture, reduced header, level 0: ten bits. Then twice the number of bits of a side, less
        // one.
        long bits = (0b000_1_1_00000L << 8) | 0b1111_1111L;
        bits = (bits << 32) | ((width - 1L) << 16) | (height - 1L);
        return joined(bigEndian32(bits >> 18), bigEndian32(bits << 14));
    }
}
