package renditions.image.ward;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import renditions.image.Header;
import renditions.image.ImageProblem;
import renditions.image.Thumbnail;

/// What a child answers to a [Request].
sealed interface Answer {
    /// Which engine it has, by name and version.
    record Hello(String version) implements Answer {}

    /// The header of the picture.
    record Recognised(Header header) implements Answer {}

    /// The number by which requests name the picture that was decoded or resized.
    record Made(int picture) implements Answer {}

    /// An encoded picture.
    record Coded(MemorySegment bytes) implements Answer {}

    /// A thumbnail.
    record Sketched(Thumbnail thumbnail) implements Answer {}

    /// Why there is no header, no picture, no encoding or no thumbnail.
    record Failed(ImageProblem problem) implements Answer {}

    /// This answer on the wire.
    default Frame frame() {
        return switch (this) {
            case Hello(var version) -> Frame.of(0, Frame.NO_BYTES, out -> out.writeUTF(version));
            case Recognised(var header) -> Frame.of(1, Frame.NO_BYTES, out -> Values.write(out, header));
            case Made(int picture) -> Frame.of(2, Frame.NO_BYTES, out -> out.writeInt(picture));
            case Coded(var bytes) -> Frame.of(3, bytes, _ -> {});
            case Sketched(var thumbnail) ->
                Frame.of(4, Values.rgba(thumbnail), out -> Values.write(out, thumbnail.size()));
            case Failed(ImageProblem.Stopped()) -> Frame.of(5, Frame.NO_BYTES, _ -> {});
            case Failed(ImageProblem.Failure(var kind, var detail)) ->
                Frame.of(6, Frame.NO_BYTES, out -> {
                    out.writeUTF(kind.name());
                    out.writeUTF(Words.clean(detail));
                });
        };
    }

    /// The answer that this frame holds.
    ///
    /// @throws Frame.Malformed if it holds none
    static Answer of(Frame frame) throws IOException {
        return Values.parsed(frame, in -> read(frame, in));
    }

    private static Answer read(Frame frame, DataInputStream in) throws IOException {
        return switch (frame.kind()) {
            case 0 -> new Hello(Words.clean(in.readUTF()));
            case 1 -> new Recognised(Values.header(in));
            case 2 -> new Made(in.readInt());
            case 3 -> new Coded(frame.bytes());
            case 4 -> new Sketched(Values.thumbnail(in, frame.bytes()));
            case 5 -> new Failed(new ImageProblem.Stopped());
            case 6 -> new Failed(ImageProblem.Kind.valueOf(in.readUTF()).because(Words.clean(in.readUTF())));
            default -> throw new Frame.Malformed("an answer of the kind " + frame.kind());
        };
    }
}
