package renditions.image;

/// How an upload stores its pixels, as far as it decides what memory a decode needs.
///
/// @param samples of a pixel, at least 1: grey 1, colours 3, transparency 1 more
/// @param sampleBytes of a decoded sample, at least 1
/// @param blockPixels the pixels of tiles or strips that are in memory at once while the picture is decoded from
///     top to bottom; 0 where a decoder needs only lines
/// @param shrinks whether a decoder that can make pictures smaller while it decodes can do so with this one
/// @param copyBytes the bytes of the copy of the file that its decoder needs; 0 for almost all files
public record Storage(int samples, int sampleBytes, long blockPixels, boolean shrinks, long copyBytes) {
    /// Three colours of 8 bits without blocks, as in most photos.
    public static final Storage PHOTO = new Storage(3, 1, 0);

    /// Of a file that shrinks and is not copied.
    public Storage(int samples, int sampleBytes, long blockPixels) {
        this(samples, sampleBytes, blockPixels, true, 0);
    }
}
