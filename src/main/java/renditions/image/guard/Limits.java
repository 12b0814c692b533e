package renditions.image.guard;

/// The limits of the guard: about ten times the largest that is seen in real files. `docs/limits.md` gives the reason
/// of each.
final class Limits {
    /// The longest side of a picture, in pixels.
    static final int SIDE = 65_535;
    /// The samples of a pixel.
    static final int SAMPLES = 5;
    /// The pages and animation frames that an engine gets to see. What follows is cut off, since renditions show the
    /// first.
    static final int FRAMES = 1_000;
    /// How many times the pixels of the largest allowed picture the tiles or strips that are decoded together may have.
    static final int TILE_OVERLAP = 4;
    /// The bytes of a colour profile.
    static final long PROFILE = 32_000_000;

    /// The segments of a JPEG.
    static final int JPEG_SEGMENTS = 4_000;
    /// The scans of a JPEG.
    static final int JPEG_SCANS = 100;
    /// The scans of a JPEG with arithmetic coding.
    static final int ARITHMETIC_SCANS = 20;

    /// The chunks of a PNG.
    static final int PNG_CHUNKS = 250_000;

    /// The entries of a TIFF directory.
    static final int TIFF_ENTRIES = 1_000;
    /// The entries of all directories of a TIFF. Further directories are cut off.
    static final int TIFF_ALL_ENTRIES = 30_000;
    /// The bytes that these entries refer to. Further directories are cut off.
    static final long TIFF_VALUES = 50_000_000;
    /// The bytes that the strips or tiles of a TIFF may have together, however small the file is.
    static final long TIFF_PIXELS = 250_000_000;
    /// How many times the bytes of the file they may have.
    static final int TIFF_OVERLAP = 10;

    /// The items of an AVIF, their properties, and its boxes of one kind.
    static final int HEIF_ITEMS = 1_000;
    /// The tiles of all grids of an AVIF.
    static final int HEIF_TILES = 2_000;
    /// How often an item is turned, mirrored or cut.
    static final int HEIF_TURNS = 10;
    /// The parts of an item's data.
    static final int HEIF_EXTENTS = 32;
    /// The units of AV1 data (OBUs) of all items.
    static final int AV1_UNITS = 20_000;
    /// The AV1 frames of an item.
    static final int AV1_FRAMES = 40;
    /// How many times the pixels of an item its AV1 frames may have.
    static final int AV1_OVERLAP = 4;

    private Limits() {}
}
