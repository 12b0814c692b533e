/// The image engine: libvips through the Java foreign function API.
///
/// Lives here: finding, linking and starting the library; its functions, references and errors; its profile
/// ([VipsProfile]); and the steps that decode, resize and encode. Only this package links native code, and C never
/// calls back. May use: the JDK, [renditions.image], [renditions.image.colour], [renditions.batch.Cancellation].
/// Its callers know [VipsImages] and [Tracked] alone.
@NullMarked
package renditions.image.vips;

import org.jspecify.annotations.NullMarked;
