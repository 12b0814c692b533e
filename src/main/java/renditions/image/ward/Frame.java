package renditions.image.ward;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.util.Optional;

/// One message between this process and a child. On the wire, in this order: the kind (1 byte), the length of the
/// fields (4 bytes), the length of the bytes (8 bytes), the fields, the bytes. The highest byte of a number comes
/// first.
///
/// @param kind what the fields mean, 0 to 255
/// @param fields at most [#MOST_FIELDS] bytes
/// @param bytes a picture or pixels; may be empty
@SuppressWarnings("ArrayRecordComponent") // never compared
record Frame(int kind, byte[] fields, MemorySegment bytes) {
    /// More than the fields of any message take; the longest holds a text of an engine.
    static final int MOST_FIELDS = 8192;

    static final MemorySegment NO_BYTES = MemorySegment.ofArray(new byte[0]);

    /// Writes the fields of a frame.
    interface Fields {
        void write(DataOutputStream out) throws IOException;
    }

    /// A frame with these fields.
    static Frame of(int kind, MemorySegment bytes, Fields fields) {
        var written = new ByteArrayOutputStream();
        try {
            fields.write(new DataOutputStream(written));
        } catch (IOException impossible) { // memory takes everything
            throw new AssertionError(impossible);
        }
        return new Frame(kind, written.toByteArray(), bytes);
    }

    /// The fields, to be read in the order in which they were written.
    DataInputStream in() {
        return new DataInputStream(new ByteArrayInputStream(fields));
    }

    /// Writes the whole frame. Blocks as long as the other side does not read.
    void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(stream);
        out.writeByte(kind);
        out.writeInt(fields.length);
        out.writeLong(bytes.byteSize());
        out.write(fields);
        if (bytes.byteSize() > 0) {
            Channels.newChannel(stream).write(bytes.asByteBuffer());
        }
        out.flush();
    }

    /// Reads the next frame. Blocks until all of it is there.
    ///
    /// @param most the most bytes that it may have
    /// @param arena owns its bytes
    /// @return empty if the stream ends before it
    /// @throws Malformed if its lengths are none of a frame that is expected; nothing was allocated for it
    /// @throws EOFException if the stream ends within it
    static Optional<Frame> read(InputStream stream, long most, Arena arena) throws IOException {
        int kind = stream.read();
        if (kind < 0) {
            return Optional.empty();
        }
        var in = new DataInputStream(stream);
        int fields = in.readInt();
        long bytes = in.readLong();
        if (fields < 0 || fields > MOST_FIELDS || bytes < 0 || bytes > most) {
            throw new Malformed("a frame of " + fields + " and " + bytes + " bytes");
        }
        var read = in.readNBytes(fields);
        if (read.length < fields) {
            throw new EOFException();
        }
        return Optional.of(new Frame(kind, read, bytes == 0 ? NO_BYTES : bytes(stream, bytes, arena)));
    }

    private static MemorySegment bytes(InputStream stream, long length, Arena arena) throws IOException {
        var bytes = arena.allocate(length);
        var buffer = bytes.asByteBuffer();
        var channel = Channels.newChannel(stream);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return bytes;
    }

    /// The other side does not keep to the protocol.
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what);
        }
    }
}
