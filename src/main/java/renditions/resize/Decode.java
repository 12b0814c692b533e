package renditions.resize;

import renditions.batch.BytePermits;
import renditions.batch.BytePermits.Permit;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.resize.Decode.Decoded;
import renditions.resize.LookUp.Due;
import renditions.resize.Probe.Recognised;

/// Decodes the upload once, at the largest size that a rendition needs. Then the upload's bytes are given back.
///
/// @param pixels the budget for what decoding, resizing and encoding need
record Decode(Images images, Lanes lanes, BytePermits pixels, Held held) implements Step<Recognised, Decoded> {
    /// The decoded pixels, which all renditions are made from.
    ///
    /// @param etag the ETag of the content that was decoded
    /// @param permit the part of the budget for the pixels, and for resizing and encoding them
    record Decoded(Due due, String etag, Header header, Picture base, Permit permit) {}

    @Override
    public Progress<Decoded> run(Cancellation cancellation, Recognised picture) throws InterruptedException {
        var downloaded = picture.downloaded();
        var header = picture.header();
        var bytes = downloaded.upload().bytes();
        var permit = held.keep(pixels.acquire(cancellation, needed(picture)));
        var decoded = lanes.onPixels(() -> images.decode(cancellation, bytes, header, picture.base()));
        return switch (Lanes.await(decoded)) {
            case Picture base -> {
                held.keep(base);
                downloaded.giveBack(held);
                yield new Progress.Next<>(
                        new Decoded(downloaded.due(), downloaded.upload().etag(), header, base, permit));
            }
            case ImageProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }

    private long needed(Recognised picture) {
        var profile = images.profile();
        return profile.decodeBytes(picture.header()) + profile.renderBytes(picture.base());
    }
}
