package renditions.testing;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.image.Encoded;
import renditions.image.EncodedPicture;
import renditions.image.Encoding;
import renditions.image.EngineProfile;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.image.Rendered;
import renditions.image.Storage;
import renditions.image.Thumbnail;
import renditions.image.Thumbnailed;

/// An image engine without pixels: a picture is the text `1200x800`, a rendition the text `320x213 webp 80`. It
/// counts open pictures, and fails when a test says so.
public final class PaperImages implements Images {
    private static final Pattern SIZE = Pattern.compile("(\\d+)x(\\d+)");

    private final AtomicInteger open = new AtomicInteger();
    private volatile @Nullable Supplier<ImageProblem> decoding;
    private volatile @Nullable ImageProblem sketching;
    private volatile @Nullable ImageProblem encoding;
    private volatile @Nullable Error thrown;

    /// How many pictures and encoded pictures are not closed yet.
    public int open() {
        return open.get();
    }

    /// Makes every decode return this problem from now on.
    public void breakDecoding(ImageProblem problem) {
        breakDecoding(() -> problem);
    }

    /// Makes every decode return such a problem from now on.
    ///
    /// @param problem is called by each decode
    public void breakDecoding(Supplier<ImageProblem> problem) {
        decoding = problem;
    }

    /// Makes every thumbnail be this problem from now on.
    public void breakThumbnails(ImageProblem problem) {
        sketching = problem;
    }

    /// Makes every PNG encoding return this problem from now on.
    public void breakPng(ImageProblem problem) {
        encoding = problem;
    }

    /// Makes every PNG encoding throw this from now on.
    public void throwAtPng(Error error) {
        thrown = error;
    }

    /// The thumbnail of a picture of this size: as white as paper.
    public static Thumbnail thumbnail(PixelSize picture) {
        var size = Thumbnail.sizeFor(picture);
        var rgba = new byte[Math.toIntExact(4 * size.pixels())];
        Arrays.fill(rgba, (byte) 255);
        return new Thumbnail(size, rgba);
    }

    @Override
    public Probed probe(Cancellation cancellation, MemorySegment bytes, ImageLimits limits) {
        var text = new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        bytes.fill((byte) 0); // as an engine may
        var sides = SIZE.matcher(text);
        if (!sides.matches()) {
            return Kind.CORRUPT.because("'" + text + "' is no size");
        }
        var size = new PixelSize(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
        return size.pixels() > limits.maxPixels()
                ? ImageProblem.tooLarge(size, limits.maxPixels())
                : new Header(Format.JPEG, size, 1, false, false, Storage.PHOTO);
    }

    @Override
    public Rendered decode(Cancellation cancellation, MemorySegment bytes, Header header, PixelSize size) {
        var problem = decoding;
        return problem == null ? new Paper(size, header.size()) : problem.get();
    }

    @Override
    public EngineProfile profile() {
        return new PaperProfile();
    }

    @Override
    public String version() {
        return "paper 1";
    }

    private final class Paper implements Picture {
        private final PixelSize size;
        private final PixelSize whole;

        /// @param whole the size of the upload: only a base as large as that is enlarged
        Paper(PixelSize size, PixelSize whole) {
            this.size = size;
            this.whole = whole;
            open.incrementAndGet();
        }

        @Override
        public PixelSize size() {
            return size;
        }

        @Override
        public Rendered resize(Cancellation cancellation, Geometry geometry) {
            boolean larger = geometry.scaled().width() > size.width()
                    || geometry.scaled().height() > size.height();
            if (larger && !size.equals(whole)) {
                throw new IllegalArgumentException("enlarged from " + size + " to " + geometry.scaled());
            }
            return new Paper(geometry.canvas(), geometry.canvas());
        }

        @Override
        public Encoded encode(Cancellation cancellation, Encoding how) {
            var format = how.format();
            var problem = encoding;
            var error = thrown;
            if (format == Format.PNG && error != null) {
                throw error;
            }
            return format == Format.PNG && problem != null
                    ? problem
                    : new Letter(size, format, size + " " + format.id() + " " + how.quality());
        }

        @Override
        public Thumbnailed thumbnail(Cancellation cancellation) {
            var problem = sketching;
            return problem == null ? PaperImages.thumbnail(size) : problem;
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }

    private final class Letter implements EncodedPicture {
        private final PixelSize size;
        private final Format format;
        private final MemorySegment bytes;

        Letter(PixelSize size, Format format, String text) {
            this.size = size;
            this.format = format;
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes = Arena.ofAuto().allocate(utf8.length).copyFrom(MemorySegment.ofArray(utf8));
            open.incrementAndGet();
        }

        @Override
        public MemorySegment bytes() {
            return bytes;
        }

        @Override
        public PixelSize size() {
            return size;
        }

        @Override
        public Format format() {
            return format;
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
