/// Colours that a file states without an ICC profile, as the profile that says the same.
///
/// Lives here: the readers of such statements (PNG's `gAMA`, `cHRM` and `cICP`, AVIF's `nclx`), the colour spaces
/// that they name, and the writer of profiles. May use: the JDK, [renditions.image].
@NullMarked
package renditions.image.colour;

import org.jspecify.annotations.NullMarked;
