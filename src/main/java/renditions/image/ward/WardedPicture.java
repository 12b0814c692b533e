package renditions.image.ward;

import java.lang.foreign.Arena;
import renditions.batch.Cancellation;
import renditions.image.Encoded;
import renditions.image.Encoding;
import renditions.image.Geometry;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Rendered;
import renditions.image.Thumbnailed;

/// Pixels in a child. To resize or to encode them takes as long as it takes; a cancellation kills the child. If the
/// child is lost, the pixels are lost. That says nothing about the upload, for it was decoded; so another try may
/// succeed.
///
/// @param loan the child that holds them
/// @param number by which the child knows them
record WardedPicture(Loan loan, int number, PixelSize size) implements Picture {
    /// The most bytes of an encoded picture: for each pixel, and for each encoding.
    private static final long PIXEL = 8;
    private static final long ENCODING = 1 << 20;

    private static final long THUMBNAIL = 1 << 20;

    @Override
    public Rendered resize(Cancellation cancellation, Geometry geometry) {
        try (var none = Arena.ofConfined()) {
            return switch (ask(cancellation, new Request.Resize(number, geometry), 0, none)) {
                case Answer.Made(int resized) -> {
                    loan.opened();
                    yield new WardedPicture(loan, resized, geometry.canvas());
                }
                case Answer.Failed(var problem) -> problem;
                case Answer.Hello _, Answer.Recognised _, Answer.Coded _, Answer.Sketched _ ->
                    throw loan.child().babbled();
            };
        } catch (ChildLost lost) {
            return problem(cancellation, lost);
        }
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the encoding closes it
    public Encoded encode(Cancellation cancellation, Encoding encoding) {
        var arena = Arena.ofShared();
        Encoded encoded = encode(cancellation, encoding, arena);
        if (encoded instanceof ImageProblem) {
            arena.close();
        }
        return encoded;
    }

    private Encoded encode(Cancellation cancellation, Encoding encoding, Arena arena) {
        long most = ENCODING + PIXEL * size.pixels();
        try {
            return switch (ask(cancellation, new Request.Encode(number, encoding), most, arena)) {
                case Answer.Coded(var bytes) -> new WardedEncoding(arena, bytes.asReadOnly(), size, encoding.format());
                case Answer.Failed(var problem) -> problem;
                case Answer.Hello _, Answer.Recognised _, Answer.Made _, Answer.Sketched _ ->
                    throw loan.child().babbled();
            };
        } catch (ChildLost lost) {
            return problem(cancellation, lost);
        }
    }

    @Override
    public Thumbnailed thumbnail(Cancellation cancellation) {
        try (var arena = Arena.ofConfined()) {
            return switch (ask(cancellation, new Request.Sketch(number), THUMBNAIL, arena)) {
                case Answer.Sketched(var thumbnail) -> thumbnail;
                case Answer.Failed(var problem) -> problem;
                case Answer.Hello _, Answer.Recognised _, Answer.Made _, Answer.Coded _ ->
                    throw loan.child().babbled();
            };
        } catch (ChildLost lost) {
            return problem(cancellation, lost);
        }
    }

    private Answer ask(Cancellation cancellation, Request request, long most, Arena arena) throws ChildLost {
        return loan.child().ask(cancellation, request, Child.FOREVER, most, arena);
    }

    private ImageProblem problem(Cancellation cancellation, ChildLost lost) {
        if (cancellation.isCancelled()) {
            return new ImageProblem.Stopped();
        }
        loan.children().lost(lost);
        return Kind.ENGINE.because(lost.ending());
    }

    @Override
    public void close() {
        loan.close(number);
    }
}
