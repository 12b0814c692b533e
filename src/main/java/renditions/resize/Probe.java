package renditions.resize;

import java.util.function.Supplier;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Reason;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.resize.Download.Downloaded;
import renditions.resize.Probe.Recognised;

/// Reads the upload's header and predicts its cost again, now that its pixels are known. An upload that is not
/// expected to be done in the time left waits until nothing else of its batch runs, if this run has not written
/// anything yet.
///
/// A header waits for no pixels, because it says what they cost. A suspect's does: each takes a process of its own,
/// and there are no more of them than pixel threads.
///
/// @param suspects whether `images` works in processes of their own
record Probe(Images images, boolean suspects, Lanes lanes, CostModel costs, Quarantine quarantine, JobSettings settings)
        implements Step<Downloaded, Recognised> {
    /// An upload that was recognised as a picture.
    ///
    /// @param base the size to decode it at: the smallest that every rendition can be made from
    /// @param largest the size of the base, or of the largest rendition if that is enlarged
    record Recognised(Downloaded downloaded, Header header, PixelSize base, PixelSize largest) {}

    @Override
    public Progress<Recognised> run(Cancellation cancellation, Downloaded downloaded) throws InterruptedException {
        var bytes = downloaded.upload().bytes();
        Supplier<Probed> probe = () -> images.probe(cancellation, bytes, settings.limits());
        return switch (Lanes.await(suspects ? lanes.onPixels(probe) : lanes.besidePixels(probe))) {
            case Header header -> {
                var base = settings.renditions().baseSize(header.size());
                var largest = settings.renditions().largestSize(header.size());
                yield secondLook(cancellation, new Recognised(downloaded, header, base, largest));
            }
            case ImageProblem problem -> quarantine.run(cancellation, downloaded, problem);
        };
    }

    private Progress<Recognised> secondLook(Cancellation cancellation, Recognised picture) {
        long bytes = picture.downloaded().upload().bytes().byteSize();
        var cost = costs.fromHeader(picture.header(), bytes, picture.base(), settings.renditions());
        Lanes.expect(cost.pixelNanos());
        long left = cancellation.nanosLeft();
        boolean canWait = Lanes.canWait() && picture.downloaded().due().task().isAsReceived();
        return cost.nanos() <= left || !canWait
                ? new Progress.Next<>(picture)
                : new Progress.End<>(new Outcome.NotStarted<>(new Reason.TooLong(cost.nanos(), Math.max(0, left))));
    }
}
