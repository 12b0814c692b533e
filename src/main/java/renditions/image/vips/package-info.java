/// The image engine: libvips through the Java foreign function API.
///
/// Lives here: finding, linking and starting the library, its functions, its images and errors, and the recipe
/// that makes renditions of them. The only package with `java.lang.foreign` linking; no upcalls at all. May use:
/// the JDK, [renditions.image], [renditions.batch.Cancellation].
@NullMarked
package renditions.image.vips;

import org.jspecify.annotations.NullMarked;
