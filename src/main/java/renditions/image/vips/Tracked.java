package renditions.image.vips;

/// What libvips holds for the whole process: zero once every picture is closed.
///
/// @param allocations of pixel and work memory
/// @param bytes of those allocations
/// @param files open files
public record Tracked(int allocations, long bytes, int files) {}
