package renditions.image.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The items of an AVIF: which of them are pictures, how large, and which are made of others.
final class HeifItems {
    private static final String ADVICE = "save it anew as one picture";
    private static final Set<String> DERIVED = Set.of("grid", "iovl", "iden");

    private final long mostPixels;
    private final Set<Long> all = new HashSet<>();
    private final Set<Long> av1 = new HashSet<>();
    private final Set<Long> derived = new HashSet<>();
    private final Map<Long, Long> pixels = new HashMap<>();
    private final Map<Long, Long> coded = new HashMap<>();
    private final List<Property> properties = new ArrayList<>();
    private final List<Long> tiles = new ArrayList<>(); // their pixels

    /// @param mostPixels of a picture
    HeifItems(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    /// @param pixels the size of an item, or 0 if this is another property
    /// @param coded the size in the decoder's configuration, or 0
    private record Property(long pixels, long coded) {}

    void add(long item, String type) throws Excess {
        all.add(item);
        Excess.check(all.size(), Limits.HEIF_ITEMS, "items", ADVICE);
        if (type.equals("av01")) {
            av1.add(item);
        } else if (DERIVED.contains(type)) {
            derived.add(item);
        }
    }

    void addProperty(long size, long coded) throws Excess {
        properties.add(new Property(size, coded));
        Excess.check(properties.size(), Limits.HEIF_ITEMS, "properties", ADVICE);
    }

    /// Gives an item a property. Of several sizes the smallest counts.
    ///
    /// @param index of the property, counted from 1
    void associate(long item, int index) {
        if (index >= 1 && index <= properties.size()) {
            var property = properties.get(index - 1);
            if (property.pixels() > 0) {
                pixels.merge(item, property.pixels(), Math::min);
            }
            if (property.coded() > 0) {
                coded.merge(item, property.coded(), Math::max);
            }
        }
    }

    /// Refuses items whose decoders are configured for larger pictures than their sizes say.
    void checkConfigurations() throws Excess {
        for (var item : coded.keySet()) {
            checkCoded(item, coded.getOrDefault(item, 0L));
        }
    }

    /// Refuses an item whose data hold a larger picture than its size says.
    void checkCoded(long item, long size) throws Excess {
        if (pixels.containsKey(item)) {
            Excess.check(size, Limits.AV1_OVERLAP * pixels(item), "pixels in its data", "save it anew");
        }
    }

    /// Makes an item a part of another. A picture's parts may overlap: all of them are decoded.
    void derive(long whole, long part) throws Excess {
        if (!derived.contains(whole)) {
            return; // nobody makes it
        }
        Excess.check(derived.contains(part) ? 2 : 1, 1, "level of grids", ADVICE);
        tiles.add(pixels(part));
        Excess.check(tiles.size(), Limits.HEIF_TILES, "tiles", ADVICE);
    }

    /// Refuses tiles with many more pixels together than a picture may have.
    void checkTiles() throws Excess {
        long together = tiles.stream().mapToLong(Long::longValue).sum();
        Excess.check(together, Limits.TILE_OVERLAP * mostPixels, "pixels in its tiles", ADVICE);
    }

    boolean isAv1(long item) {
        return av1.contains(item);
    }

    private long pixels(long item) {
        return pixels.getOrDefault(item, 0L);
    }
}
