/// Tests of the function behind Lambda's own runtime client, in a process of its own that is killed when its time
/// is over. A judge sees everything that passes between the function, Lambda and S3.
///
/// Lives here: the Runtime API, the process, a way to S3 that can stall, random invocations, the judge, and
/// handlers that misbehave, with which the judge is tested. May use: everything. The judge shares no code with the
/// function.
@NullMarked
package renditions.runtime;

import org.jspecify.annotations.NullMarked;
