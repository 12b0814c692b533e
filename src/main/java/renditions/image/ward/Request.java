package renditions.image.ward;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import renditions.image.Encoding;
import renditions.image.Geometry;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.PixelSize;

/// What a child is asked to do, one request at a time. It answers every request but [Close].
///
/// Pictures stay in the child; a request names one by the number that the child gave it.
sealed interface Request {
    /// To say which engine it has.
    record Greet() implements Request {}

    /// To read a header, as [renditions.image.Images#probe] does.
    ///
    /// @param nanos how long it may take before it is told to stop, in nanoseconds
    /// @param memory how many bytes it may take, the picture's own not counted
    record Probe(long nanos, long memory, ImageLimits limits, MemorySegment bytes) implements Request {}

    /// To decode a picture, as [renditions.image.Images#decode] does.
    ///
    /// @param nanos how long it may take before it is told to stop, in nanoseconds
    /// @param memory how many bytes it may take, the encoded picture's own not counted
    record Decode(long nanos, long memory, Header header, PixelSize size, MemorySegment bytes) implements Request {}

    /// To resize a picture, as [renditions.image.Picture#resize] does.
    record Resize(int picture, Geometry geometry) implements Request {}

    /// To encode a picture, as [renditions.image.Picture#encode] does.
    record Encode(int picture, Encoding encoding) implements Request {}

    /// To make a thumbnail of a picture, as [renditions.image.Picture#thumbnail] does.
    record Sketch(int picture) implements Request {}

    /// To close a picture.
    record Close(int picture) implements Request {}

    /// This request on the wire.
    default Frame frame() {
        return switch (this) {
            case Greet() -> Frame.of(0, Frame.NO_BYTES, _ -> {});
            case Probe(long nanos, long memory, var limits, var bytes) ->
                Frame.of(1, bytes, out -> {
                    out.writeLong(nanos);
                    out.writeLong(memory);
                    out.writeLong(limits.maxPixels());
                    out.writeLong(limits.maxPixelsAtOnce());
                });
            case Decode(long nanos, long memory, var header, var size, var bytes) ->
                Frame.of(2, bytes, out -> {
                    out.writeLong(nanos);
                    out.writeLong(memory);
                    Values.write(out, header);
                    Values.write(out, size);
                });
            case Resize(int picture, var geometry) ->
                Frame.of(3, Frame.NO_BYTES, out -> {
                    out.writeInt(picture);
                    Values.write(out, geometry);
                });
            case Encode(int picture, var encoding) ->
                Frame.of(4, Frame.NO_BYTES, out -> {
                    out.writeInt(picture);
                    Values.write(out, encoding);
                });
            case Sketch(int picture) -> Frame.of(5, Frame.NO_BYTES, out -> out.writeInt(picture));
            case Close(int picture) -> Frame.of(6, Frame.NO_BYTES, out -> out.writeInt(picture));
        };
    }

    /// The request that this frame holds.
    ///
    /// @throws Frame.Malformed if it holds none
    static Request of(Frame frame) throws IOException {
        return Values.parsed(frame, in -> read(frame, in));
    }

    private static Request read(Frame frame, DataInputStream in) throws IOException {
        return switch (frame.kind()) {
            case 0 -> new Greet();
            case 1 -> new Probe(in.readLong(), in.readLong(), Values.limits(in), frame.bytes());
            case 2 -> new Decode(in.readLong(), in.readLong(), Values.header(in), Values.size(in), frame.bytes());
            case 3 -> new Resize(in.readInt(), Values.geometry(in));
            case 4 -> new Encode(in.readInt(), Values.encoding(in));
            case 5 -> new Sketch(in.readInt());
            case 6 -> new Close(in.readInt());
            default -> throw new Frame.Malformed("a request of the kind " + frame.kind());
        };
    }
}
