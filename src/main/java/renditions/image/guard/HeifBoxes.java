package renditions.image.guard;

import java.util.ArrayList;
import java.util.List;
import renditions.image.ImageLimits;

/// The boxes of an AVIF or HEIC that say of which items it consists: their types and properties, what they are made
/// of, and where their data is.
///
/// Source: ISO/IEC 14496-12, section 8.11; ISO/IEC 23008-12, section 9.3; AOM, "AV1 Image File Format".
final class HeifBoxes {
    private final Upload file;
    private final HeifItems items;

    HeifBoxes(Upload file, ImageLimits limits) {
        this.file = file;
        items = new HeifItems(limits.maxPixelsAtOnce());
    }

    /// Renames items of metadata, so that no library knows them. An animation becomes the still picture that it
    /// holds beside its film.
    void check() throws Excess {
        endFilm();
        for (var box : one(0, file.size(), "meta")) {
            checkMeta(box.body(), box.end());
        }
    }

    /// Renames the brands of animations, and the box of the film to free space.
    private void endFilm() throws Excess {
        for (var box : boxes(0, file.size(), "ftyp")) {
            for (long brand = box.content(); brand < box.end(); brand += 4) {
                if (file.says(brand, "avis")) {
                    file.put(brand, "avif");
                } else if (file.says(brand, "msf1")) {
                    file.put(brand, "mif1");
                }
            }
        }
        for (var box : boxes(0, file.size(), "moov")) {
            file.put(box.type(), "free");
        }
    }

    private void checkMeta(long from, long end) throws Excess {
        for (var box : boxes(from, end, "iinf")) {
            readTypes(box);
        }
        for (var box : one(from, end, "iprp")) {
            readProperties(box);
        }
        for (var box : boxes(from, end, "iref")) {
            readReferences(box);
        }
        long data = boxes(from, end, "idat").stream()
                .findFirst()
                .map(HeifBox::content)
                .orElse(0L);
        items.checkTiles();
        for (var box : one(from, end, "iloc")) {
            new HeifPlaces(file, items, box, data).check();
        }
    }

    private void readTypes(HeifBox list) throws Excess {
        for (var item : boxes(list.body() + (list.version() == 0 ? 2 : 4), list.end(), "infe")) {
            int width = item.version() == 2 ? 2 : 4;
            long type = item.body() + width + 2;
            if (file.says(type, "Exif") || file.says(type, "mime") || file.says(type, "uri ")) {
                file.put(type, "skip");
            }
            items.add(file.number(item.body(), width), file.letters(type, 4));
        }
    }

    private void readProperties(HeifBox properties) throws Excess {
        for (var container : one(properties.content(), properties.end(), "ipco")) {
            for (var box = HeifBox.at(file, container.content(), container.end()); box != null; ) {
                if (box.is("colr")) {
                    ColourProfile.reduce(new Extents(file, box.content() + 4, box.end() - box.content() - 4));
                }
                items.addProperty(
                        box.is("ispe") ? pixels(box.body()) : 0,
                        box.is("av1C") ? Av1Units.configured(file, box.content(), box.end()) : 0,
                        box.is("irot") || box.is("imir") || box.is("clap"));
                box = HeifBox.at(file, box.end(), container.end());
            }
        }
        for (var associations : boxes(properties.content(), properties.end(), "ipma")) {
            readAssociations(associations);
        }
        items.checkConfigurations();
    }

    /// The pixels of a size. Long sides are refused here: libvips cannot count some, and takes one pixel for them.
    private long pixels(long sides) throws Excess {
        long width = file.unsigned32(sides);
        long height = file.unsigned32(sides + 4);
        Excess.sides(width, height);
        return width * height;
    }

    private void readAssociations(HeifBox box) throws Excess {
        int width = box.version() == 0 ? 2 : 4;
        int index = (box.flags() & 1) == 0 ? 1 : 2;
        long entries = file.unsigned32(box.body());
        long at = box.body() + 4;
        Excess.check(entries, Limits.HEIF_ITEMS, "items", "save it anew");
        for (long entry = 0; entry < entries && at < box.end(); entry++) {
            long item = file.number(at, width);
            int count = file.unsigned8(at + width);
            at += width + 1;
            for (; count > 0; count--, at += index) {
                items.associate(item, (int) file.number(at, index) & (index == 1 ? 0x7f : 0x7fff));
            }
        }
    }

    private void readReferences(HeifBox references) throws Excess {
        int width = references.version() == 0 ? 2 : 4;
        for (var box : boxes(references.body(), references.end(), "auxl")) {
            items.addTile(file.number(box.content(), width));
        }
        for (var box : boxes(references.body(), references.end(), "dimg")) {
            long from = file.number(box.content(), width);
            int count = file.unsigned16(box.content() + width);
            long first = box.content() + width + 2;
            for (long at = first; at < Math.min(box.end(), first + (long) count * width); at += width) {
                items.derive(from, file.number(at, width));
            }
        }
    }

    /// The box of this name, of which a file has one at most; otherwise each would be read against all others.
    private List<HeifBox> one(long from, long end, String name) throws Excess {
        var found = boxes(from, end, name);
        Excess.check(found.size(), 1, "'" + name + "' box", "save it anew");
        return found;
    }

    /// The boxes of this name between two places, without those inside others.
    private List<HeifBox> boxes(long from, long end, String name) throws Excess {
        var found = new ArrayList<HeifBox>();
        for (var box = HeifBox.at(file, from, end); box != null; box = HeifBox.at(file, box.end(), end)) {
            if (box.is(name)) {
                found.add(box);
                Excess.check(found.size(), Limits.HEIF_ITEMS, "boxes of one kind", "save it anew");
            }
        }
        return found;
    }
}
