package renditions.image.vips;

/// The memory and files that libvips holds for the whole process: zero once every picture is closed.
///
/// @param allocations allocations of pixels and working memory
/// @param bytes of those allocations
/// @param files open files
public record Tracked(int allocations, long bytes, int files) {}
