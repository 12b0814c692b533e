package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Codings of TIFFs that libvips cannot decode, or would show in wrong colours without a word.
///
/// Source: libtiff `tiff.h`; libvips `tiff2vips.c`, `rtiff_pick_reader`.
final class TiffCoding {
    private static final int JPEG = 7;

    private static final Map<Long, String> COMPRESSIONS = Map.of(
            6L, "old-style JPEG",
            34661L, "JBIG",
            34712L, "JPEG 2000",
            34887L, "LERC",
            34925L, "LZMA",
            50000L, "Zstandard",
            50002L, "JPEG XL");

    // Photometric interpretations.
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int YCBCR = 6;
    private static final int CIELAB = 8;
    private static final int ICCLAB = 9;
    private static final int ITULAB = 10;
    private static final Set<Integer> LABS = Set.of(CIELAB, ICCLAB, ITULAB);
    private static final int LOG_L = 32_844;
    private static final int LOG_LUV = 32_845;

    // Formats of samples. Undefined ones (4) count as whole numbers without a sign (1).
    private static final int SIGNED = 2;
    private static final int FLOAT = 3;
    private static final int COMPLEX_SIGNED = 5;
    private static final int COMPLEX_FLOAT = 6;

    private TiffCoding() {}

    /// What cannot be decoded, for people; empty if all can.
    static Optional<String> unreadable(MemorySegment bytes) {
        var tiff = new TiffFile(bytes);
        return CameraRaw.is(tiff) ? Optional.of(Signatures.RAW) : unreadable(tiff.shown());
    }

    private static Optional<String> unreadable(TiffDirectory page) {
        long compression = page.value(TiffDirectory.COMPRESSION, 1);
        var compressed = COMPRESSIONS.get(compression);
        if (compressed != null) {
            return Optional.of("a TIFF compressed with " + compressed);
        }
        int photometric = (int) page.value(TiffDirectory.PHOTOMETRIC, BLACK_IS_ZERO);
        if (photometric == YCBCR && compression != JPEG) {
            return Optional.of("a TIFF in YCbCr that is not compressed with JPEG; save it as RGB");
        }
        if (page.isTiled() && page.isPlanar()) {
            return Optional.of("a TIFF whose tiles hold one channel each; save it anew without planes");
        }
        if (photometric == LOG_L || photometric == LOG_LUV) {
            return Optional.empty(); // libtiff makes floating-point numbers of them, libvips colours
        }
        return unreadableSamples(page, photometric);
    }

    private static Optional<String> unreadableSamples(TiffDirectory page, int photometric) {
        long bits = page.value(TiffDirectory.BITS, 1);
        long format = page.value(TiffDirectory.SAMPLE_FORMAT, 1);
        if (page.values(TiffDirectory.BITS).anyMatch(other -> other != bits)) {
            return Optional.of("a TIFF with different bits per sample; save it with 8 or 16");
        }
        if (!isRead(photometric, format, bits)) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "a TIFF of %d-bit %s samples; save it as RGB of 8 or 16 bits",
                    bits,
                    described(photometric, format)));
        }
        return Optional.empty();
    }

    private static String described(int photometric, long format) {
        if (LABS.contains(photometric)) {
            return "Lab";
        }
        return switch ((int) format) {
            case SIGNED -> "signed";
            case FLOAT -> "floating-point";
            case COMPLEX_SIGNED, COMPLEX_FLOAT -> "complex";
            default -> "unsigned";
        };
    }

    /// Floating-point RGB is linear light. libvips takes the 8-bit numbers of Lab, and all of its ICC and ITU
    /// kinds, for something else.
    private static boolean isRead(int photometric, long format, long bits) {
        return switch (photometric) {
            case WHITE_IS_ZERO, BLACK_IS_ZERO ->
                isWhole(format) && (bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16);
            case PALETTE -> isWhole(format) && (bits == 1 || bits == 2 || bits == 4 || bits == 8);
            case RGB -> (isWhole(format) && (bits == 8 || bits == 16)) || (format == FLOAT && bits == 32);
            case CIELAB -> bits == 16 || (format == FLOAT && bits == 32);
            case ICCLAB, ITULAB -> false;
            default -> isWhole(format) && (bits == 8 || bits == 16);
        };
    }

    private static boolean isWhole(long format) {
        return format != SIGNED && format != FLOAT && format != COMPLEX_SIGNED && format != COMPLEX_FLOAT;
    }
}
