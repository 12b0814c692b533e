/// Tests of the packaged function in a cloud: real uploads, real notifications, a real queue, and an event source
/// mapping.
///
/// Lives here: one suite of tests, its two clouds (embedded in this process, and LocalStack if there is Docker),
/// and the function of the zip. May use: everything.
@NullMarked
package renditions.cloud;

import org.jspecify.annotations.NullMarked;
