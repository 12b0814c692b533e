package renditions.image.guard;

import org.jspecify.annotations.Nullable;

/// A box of ISO's base media format.
///
/// Source: ISO/IEC 14496-12, section 4.2.
///
/// @param type the place of its type
/// @param content the place of its content
/// @param end the place behind it
record HeifBox(Upload file, long type, long content, long end) {
    /// The box at a place, or null if there is none that ends before `end`.
    static @Nullable HeifBox at(Upload file, long at, long end) {
        long size = file.unsigned32(at);
        long header = size == 1 ? 16 : 8;
        long length = switch ((int) size) {
            case 0 -> end - at;
            case 1 -> file.unsigned64(at + 8);
            default -> size;
        };
        return at >= 0 && at + header <= end && length >= header && length <= end - at
                ? new HeifBox(file, at + 4, at + header, at + length)
                : null;
    }

    boolean is(String name) {
        return file.says(type, name);
    }

    /// The version, in boxes that have one.
    int version() {
        return file.unsigned8(content);
    }

    /// The lowest eight flags, in boxes that have some.
    int flags() {
        return file.unsigned8(content + 3);
    }

    /// The content behind version and flags.
    long body() {
        return content + 4;
    }
}
