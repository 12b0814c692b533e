package renditions.image.guard;

import java.util.Optional;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem.Failure;

/// Chooses the reader of a file by its first bytes, more generously than any decoder does.
final class Guard {
    private Guard() {}

    /// Reads the structure of a file and blanks what nobody reads.
    ///
    /// @param upload possibly empty, or no picture
    /// @return why the file is refused; empty if it is within all limits
    static Optional<Failure> problem(Upload upload, ImageLimits limits) {
        try {
            check(upload, limits);
            return Optional.empty();
        } catch (Excess excess) {
            return Optional.of(excess.problem());
        }
    }

    private static void check(Upload upload, ImageLimits limits) throws Excess {
        if (upload.says(0, "\u00ff\u00d8")) {
            new JpegSegments(upload).check();
        } else if (upload.says(0, "\u0089PNG")) {
            new PngChunks(upload).check();
        } else if (upload.says(0, "RIFF")) {
            new WebpChunks(upload.ordered(true), limits).check();
        } else if (upload.says(0, "GIF")) {
            new GifBlocks(upload).cut();
        } else if (upload.says(0, "MM")) {
            new TiffDirectories(upload).check();
        } else if (upload.says(0, "II") || upload.says(0, "EP")) { // libtiff takes EP, of Microsoft's MDI, like II
            new TiffDirectories(upload.ordered(true)).check();
        } else if (upload.says(4, "ftyp")) {
            new HeifBoxes(upload, limits).check();
        }
    }
}
