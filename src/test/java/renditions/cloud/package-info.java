/// The packaged function in a cloud: real uploads, real notifications, a real queue, and what Lambda does with it.
///
/// Lives here: one suite of tests, the two clouds it runs in (embedded in this process, and LocalStack where there is
/// Docker), and the function as the zip holds it. May use: everything.
@NullMarked
package renditions.cloud;

import org.jspecify.annotations.NullMarked;
