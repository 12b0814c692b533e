package renditions.image.guard;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import renditions.testing.Bytes;

/// An upload that counts the steps of its readers: one for each number read, and one for each eight bytes that are
/// searched, blanked or summed up.
final class CountedUpload extends Upload {
    private final AtomicLong steps;

    CountedUpload(Arena arena, byte[] file) {
        this(Bytes.toNative(arena, file), false, new AtomicLong());
    }

    private CountedUpload(MemorySegment bytes, boolean little, AtomicLong steps) {
        super(bytes, little);
        this.steps = steps;
    }

    long steps() {
        return steps.get();
    }

    @Override
    Upload ordered(boolean littleEndian) {
        return new CountedUpload(bytes(), littleEndian, steps);
    }

    @Override
    int unsigned8(long at) {
        steps.getAndIncrement();
        return super.unsigned8(at);
    }

    @Override
    int unsigned16(long at) {
        steps.getAndIncrement();
        return super.unsigned16(at);
    }

    @Override
    long unsigned32(long at) {
        steps.getAndIncrement();
        return super.unsigned32(at);
    }

    @Override
    long unsigned64(long at) {
        steps.getAndIncrement();
        return super.unsigned64(at);
    }

    @Override
    long nextFilled(long from) {
        long found = super.nextFilled(from);
        steps.getAndAdd(1 + Math.max(0, found - from) / Long.BYTES);
        return found;
    }

    @Override
    void blank(long at, long count) {
        super.blank(at, count);
        steps.getAndAdd(1 + Math.max(0, count) / Long.BYTES);
    }

    @Override
    long crc32(long at, long count) {
        steps.getAndAdd(1 + count / Long.BYTES);
        return super.crc32(at, count);
    }
}
