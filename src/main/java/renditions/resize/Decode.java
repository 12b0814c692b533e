package renditions.resize;

import java.util.Map;
import renditions.batch.BytePermits;
import renditions.batch.BytePermits.Permit;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.catalog.Made.Rendition;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.resize.Decode.Decoded;
import renditions.resize.Resume.Resumed;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;

/// Decodes the upload, once, at the largest size that a rendition needs. The upload's bytes are given back after
/// it.
///
/// @param pixels the budget for what decoding, resizing and encoding need
record Decode(Images images, Lanes lanes, BytePermits pixels, Quarantine quarantine, Held held)
        implements Step<Resumed, Decoded> {
    /// The pixels that all renditions are made from.
    ///
    /// @param upload what the store says of the content that was decoded
    /// @param there the renditions that are not made again, by their places
    /// @param permit what the pixels count in, and what resizing and encoding them needs
    record Decoded(
            Due due, ObjectFacts upload, Header header, Map<ObjectId, Rendition> there, Picture base, Permit permit) {}

    @Override
    public Progress<Decoded> run(Cancellation cancellation, Resumed resumed) throws InterruptedException {
        var picture = resumed.picture();
        var downloaded = picture.downloaded();
        var header = picture.header();
        var bytes = downloaded.upload().bytes();
        var permit = held.keep(pixels.acquire(cancellation, needed(picture)));
        var decoded = lanes.onPixels(() -> images.decode(cancellation, bytes, header, picture.base()));
        return switch (Lanes.await(decoded)) {
            case Picture base -> {
                held.keep(base);
                downloaded.giveBack(held);
                yield new Progress.Next<>(new Decoded(
                        downloaded.due(), downloaded.upload().facts(), header, resumed.there(), base, permit));
            }
            case ImageProblem problem -> quarantine.run(cancellation, downloaded, problem);
        };
    }

    private long needed(Probe.Recognised picture) {
        var profile = images.profile();
        return profile.decodeBytes(picture.header(), picture.base()) + profile.renderBytes(picture.largest());
    }
}
