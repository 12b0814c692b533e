package renditions.image.colour;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import renditions.image.colour.FileBytes.Part;

/// The code points of an AVIF's primary picture.
///
/// Source: ISO/IEC 14496-12, section 12.1.5 (`colr`); ISO/IEC 23008-12, sections 6.4.2 (`pitm`) and 9.3 (`ipco`,
/// `ipma`).
final class HeifColour {
    /// The bytes of version and flags.
    private static final int FULL = 4;

    /// More items than the guard lets pass.
    private static final int MOST_ITEMS = 1_000;

    private final FileBytes file;

    HeifColour(MemorySegment heif) {
        file = new FileBytes(heif);
    }

    /// The space that the first property with code points names.
    Optional<ColourSpace> space() {
        for (var meta : file.boxes(file.whole(), "meta")) {
            var boxes = new Part(meta.from() + FULL, meta.end());
            for (var primary : file.boxes(boxes, "pitm")) {
                long item = id(primary.from() + FULL, isSmall(primary));
                for (var properties : file.boxes(boxes, "iprp")) {
                    return space(properties, item);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ColourSpace> space(Part properties, long item) {
        var colours = file.boxes(properties, "ipco").stream()
                .flatMap(container -> file.boxes(container).stream())
                .toList();
        return file.boxes(properties, "ipma").stream()
                .flatMap(associations -> indexes(associations, item).stream())
                .filter(index -> index >= 1 && index <= colours.size())
                .map(index -> colours.get(index - 1).from())
                .filter(content -> file.says(content - 4, "colr") && file.says(content, "nclx"))
                .map(content -> ColourSpace.of(file.unsigned16(content + 4), file.unsigned16(content + 6)))
                .findFirst();
    }

    /// The numbers of an item's properties, counted from 1.
    private List<Integer> indexes(Part associations, long item) {
        int idWidth = isSmall(associations) ? 2 : 4;
        int width = (file.unsigned8(associations.from() + 3) & 1) == 0 ? 1 : 2;
        var indexes = new ArrayList<Integer>();
        long items = Math.min(MOST_ITEMS, file.unsigned32(associations.from() + FULL));
        long at = associations.from() + 2 * FULL;
        for (; items > 0 && at < associations.end(); items--) {
            boolean wanted = id(at, isSmall(associations)) == item;
            int count = file.unsigned8(at + idWidth);
            at += idWidth + 1;
            for (; count > 0; count--, at += width) {
                if (wanted) {
                    indexes.add(width == 1 ? file.unsigned8(at) & 0x7f : file.unsigned16(at) & 0x7fff);
                }
            }
        }
        return indexes;
    }

    /// Whether the ids of items have 16 bits in this box, not 32.
    private boolean isSmall(Part box) {
        return file.unsigned8(box.from()) == 0;
    }

    private long id(long at, boolean small) {
        return small ? file.unsigned16(at) : file.unsigned32(at);
    }
}
