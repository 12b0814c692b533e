package renditions.image.guard;

import java.util.ArrayList;
import java.util.Collection;
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
    private final Map<Long, Integer> turns = new HashMap<>();
    private final Map<Long, Long> framed = new HashMap<>(); // the pixels of all frames
    private final List<Property> properties = new ArrayList<>();
    private final List<Long> tiles = new ArrayList<>(); // their pixels, and those of auxiliary items

    /// @param mostPixels of a picture
    HeifItems(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    /// @param pixels the size of an item, or 0 if this is another property
    /// @param coded the size in the decoder's configuration, or 0
    /// @param turns whether it turns, mirrors or cuts the picture
    private record Property(long pixels, long coded, boolean turns) {}

    void add(long item, String type) throws Excess {
        all.add(item);
        Excess.check(all.size(), Limits.HEIF_ITEMS, "items", ADVICE);
        if (type.equals("av01")) {
            av1.add(item);
        } else if (DERIVED.contains(type)) {
            derived.add(item);
        }
    }

    void addProperty(long size, long coded, boolean turns) throws Excess {
        properties.add(new Property(size, coded, turns));
        Excess.check(properties.size(), Limits.HEIF_ITEMS, "properties", ADVICE);
    }

    /// Gives an item a property. Of several sizes the smallest counts.
    ///
    /// @param index of the property, counted from 1
    void associate(long item, int index) throws Excess {
        if (index >= 1 && index <= properties.size()) {
            var property = properties.get(index - 1);
            if (property.pixels() > 0) {
                pixels.merge(item, property.pixels(), Math::min);
            }
            if (property.coded() > 0) {
                coded.merge(item, property.coded(), Math::max);
            }
            if (property.turns()) {
                int found = turns.merge(item, 1, Integer::sum);
                Excess.check(found, Limits.HEIF_TURNS, "turns of a picture", ADVICE);
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
        addTile(part);
    }

    /// Counts an item that is decoded beside another, as a part of it or to say how transparent it is, for example.
    void addTile(long item) throws Excess {
        tiles.add(pixels(item));
        Excess.check(tiles.size(), Limits.HEIF_TILES, "tiles", ADVICE);
    }

    /// Counts the frames in an item's data, of which each is decoded.
    void addFrames(long item, long frames) throws Excess {
        framed.merge(item, frames * Math.max(pixels(item), coded.getOrDefault(item, 0L)), Long::sum);
        Excess.check(sum(framed.values()), Limits.TILE_OVERLAP * mostPixels, "pixels in all its frames", ADVICE);
    }

    /// Refuses tiles with many more pixels together than a picture may have.
    void checkTiles() throws Excess {
        Excess.check(sum(tiles), Limits.TILE_OVERLAP * mostPixels, "pixels in its tiles", ADVICE);
    }

    private static long sum(Collection<Long> pixels) {
        return pixels.stream().mapToLong(Long::longValue).sum();
    }

    boolean isAv1(long item) {
        return av1.contains(item);
    }

    private long pixels(long item) {
        return pixels.getOrDefault(item, 0L);
    }
}
