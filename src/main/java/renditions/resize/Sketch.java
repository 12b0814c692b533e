package renditions.resize;

import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.image.ImageProblem;
import renditions.image.Placeholder;
import renditions.image.Thumbnail;
import renditions.resize.Decode.Decoded;
import renditions.resize.Sketch.Sketched;

/// Makes the placeholder of the picture, from the pixels that are decoded already.
record Sketch(Lanes lanes) implements Step<Decoded, Sketched> {
    /// The pixels of a picture, and its placeholder.
    record Sketched(Decoded decoded, Placeholder placeholder) {}

    @Override
    public Progress<Sketched> run(Cancellation cancellation, Decoded decoded) {
        return Lanes.await(lanes.onPixels(() -> sketch(cancellation, decoded)));
    }

    private static Progress<Sketched> sketch(Cancellation cancellation, Decoded decoded) {
        return switch (decoded.base().thumbnail(cancellation)) {
            case Thumbnail thumbnail -> new Progress.Next<>(new Sketched(decoded, Placeholder.of(thumbnail)));
            case ImageProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }
}
