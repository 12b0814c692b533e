package renditions.image.vips;

import java.util.Set;
import java.util.stream.Stream;

/// Tells a camera's raw file, which is laid out as a TIFF, from a picture. What a TIFF decoder finds in one is a
/// small preview, or the sensor's mosaic.
///
/// Source: Adobe, "Digital Negative (DNG) Specification" 1.7; libtiff `tiff.h`; TIFF/EP (ISO 12234-2) for the
/// layout.
final class CameraRaw {
    private static final int DNG_VERSION = 50_706;
    private static final int MOSAIC_SHAPE = 33_421;
    private static final int MOSAIC = 33_422;

    /// Photometric interpretations: a mosaic of colour filters, and linear sensor data.
    private static final Set<Long> SENSOR_DATA = Set.of(32_803L, 34_892L);

    /// Compressions of Sony, Samsung, Kodak, Nikon, DNG (two) and Pentax.
    private static final Set<Long> COMPRESSIONS = Set.of(32_767L, 32_770L, 65_000L, 34_713L, 34_892L, 52_546L, 65_535L);

    private CameraRaw() {}

    static boolean is(TiffFile tiff) {
        var pages = tiff.pages();
        var first = pages.getFirst();
        return isMarked(tiff)
                || first.has(DNG_VERSION)
                || (first.isReduced() && first.has(TiffDirectory.SUB_DIRECTORIES))
                || pages.stream()
                        .flatMap(page -> Stream.concat(Stream.of(page), tiff.parts(page).stream()))
                        .anyMatch(CameraRaw::isSensorData);
    }

    /// Canon's mark "CR" behind the header, or Phase One's.
    private static boolean isMarked(TiffFile tiff) {
        long mark = tiff.unsigned16(8);
        boolean canon = mark == ('R' << 8 | 'C') || mark == ('C' << 8 | 'R');
        boolean phaseOne = tiff.number(8, 4) == 0x49494949 || tiff.number(8, 4) == 0x4d4d4d4d;
        return canon || phaseOne;
    }

    private static boolean isSensorData(TiffDirectory directory) {
        return SENSOR_DATA.contains(directory.value(TiffDirectory.PHOTOMETRIC, 0))
                || COMPRESSIONS.contains(directory.value(TiffDirectory.COMPRESSION, 1))
                || directory.has(MOSAIC_SHAPE)
                || directory.has(MOSAIC);
    }
}
