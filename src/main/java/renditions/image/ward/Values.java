package renditions.image.ward;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import renditions.image.Colour;
import renditions.image.Encoding;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Gravity;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.PixelSize;
import renditions.image.Storage;
import renditions.image.Thumbnail;

/// The port's values as fields of frames, written and read symmetrically.
final class Values {
    private Values() {}

    /// Reads a message out of the fields of a frame.
    interface Parser<T> {
        T read(DataInputStream in) throws IOException;
    }

    /// The message that all fields of this frame make up.
    ///
    /// @throws Frame.Malformed if they make up none: too short, too long, or with values that cannot be
    static <T> T parsed(Frame frame, Parser<T> parser) throws IOException {
        try {
            var in = frame.in();
            var message = parser.read(in);
            if (in.available() > 0) {
                throw new Frame.Malformed(in.available() + " bytes too many");
            }
            return message;
        } catch (IOException | IllegalArgumentException wrong) {
            throw wrong instanceof Frame.Malformed malformed ? malformed : new Frame.Malformed(wrong.toString());
        }
    }

    static void write(DataOutputStream out, PixelSize size) throws IOException {
        out.writeInt(size.width());
        out.writeInt(size.height());
    }

    static PixelSize size(DataInputStream in) throws IOException {
        return new PixelSize(in.readInt(), in.readInt());
    }

    static void write(DataOutputStream out, Geometry geometry) throws IOException {
        write(out, geometry.scaled());
        write(out, geometry.cut());
        write(out, geometry.canvas());
        out.writeUTF(geometry.gravity().id());
        out.writeUTF(geometry.background().toString());
        out.writeBoolean(geometry.sharpen());
    }

    static Geometry geometry(DataInputStream in) throws IOException {
        return new Geometry(size(in), size(in), size(in), gravity(in), colour(in), in.readBoolean());
    }

    private static Gravity gravity(DataInputStream in) throws IOException {
        return Gravity.of(in.readUTF()).orElseThrow(() -> new Frame.Malformed("no gravity"));
    }

    private static Colour colour(DataInputStream in) throws IOException {
        return Colour.of(in.readUTF()).orElseThrow(() -> new Frame.Malformed("no colour"));
    }

    static void write(DataOutputStream out, Encoding encoding) throws IOException {
        out.writeUTF(encoding.format().id());
        out.writeInt(encoding.quality());
        out.writeUTF(encoding.background().toString());
    }

    static Encoding encoding(DataInputStream in) throws IOException {
        return new Encoding(format(in), in.readInt(), colour(in));
    }

    static void write(DataOutputStream out, Header header) throws IOException {
        out.writeUTF(header.format().id());
        write(out, header.size());
        out.writeInt(header.frames());
        out.writeBoolean(header.profile());
        out.writeBoolean(header.decodedAtOnce());
        out.writeInt(header.storage().samples());
        out.writeInt(header.storage().sampleBytes());
        out.writeLong(header.storage().blockPixels());
        out.writeBoolean(header.storage().shrinks());
        out.writeLong(header.storage().copyBytes());
    }

    static Header header(DataInputStream in) throws IOException {
        return new Header(format(in), size(in), in.readInt(), in.readBoolean(), in.readBoolean(), storage(in));
    }

    private static Storage storage(DataInputStream in) throws IOException {
        return new Storage(in.readInt(), in.readInt(), in.readLong(), in.readBoolean(), in.readLong());
    }

    private static Format format(DataInputStream in) throws IOException {
        var id = in.readUTF();
        return Format.of(id).orElseThrow(() -> new Frame.Malformed("no format"));
    }

    static ImageLimits limits(DataInputStream in) throws IOException {
        return new ImageLimits(in.readLong(), in.readLong());
    }

    /// Four bytes for each pixel of a thumbnail.
    static MemorySegment rgba(Thumbnail thumbnail) {
        var rgba = new byte[4 * thumbnail.pixels()];
        for (int pixel = 0; pixel < thumbnail.pixels(); pixel++) {
            rgba[4 * pixel] = (byte) thumbnail.red(pixel);
            rgba[4 * pixel + 1] = (byte) thumbnail.green(pixel);
            rgba[4 * pixel + 2] = (byte) thumbnail.blue(pixel);
            rgba[4 * pixel + 3] = (byte) thumbnail.alpha(pixel);
        }
        return MemorySegment.ofArray(rgba);
    }

    static Thumbnail thumbnail(DataInputStream in, MemorySegment rgba) throws IOException {
        return new Thumbnail(size(in), rgba.toArray(ValueLayout.JAVA_BYTE));
    }
}
